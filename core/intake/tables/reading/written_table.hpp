#pragma once

#include <string_view>

namespace middleground {

// Whether a text without a name, such as one that was pasted, is a table with commas, semicolons or tabs between its cells: its lines have the same number
// of cells, and what stands in them are headings and facts, not the words of sentences, which have commas too. UTF-8; judged by its first lines.
// With [[gnu::noinline]]: it comes with the first file only (tools/split/gates.txt).
[[gnu::noinline]] bool is_written_as_table(std::string_view text);

}
