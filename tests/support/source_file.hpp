#pragma once

#include <string>
#include <string_view>

namespace middleground::test {

// Where a file of the repository is, by its path from the root.
std::string source_path(std::string_view path);
// Its bytes. Throws when it cannot be read: no test may go on without.
std::string source_file(std::string_view path);
// The bytes of a file of the Unicode Character Database (Debian's package unicode-data), by its path there. Throws likewise.
std::string unicode_file(std::string_view path);

}
