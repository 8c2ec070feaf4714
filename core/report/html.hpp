#pragma once

#include <string>
#include <string_view>

namespace middleground {

// What people wrote, as text between tags or inside a quoted attribute: nothing of it can become markup, or what printed_text leaves out.
std::string escaped_html(std::string_view text);

// "<h2 dir="auto">Next &amp; last</h2>\n": a text between tags. It runs as its first letter does, from the right in Arabic and Hebrew, and
// turns nothing around that stands beside it.
std::string element(std::string_view tag, std::string_view text);

// The same as a paragraph in grey; nothing for an empty text.
std::string quiet_line(std::string_view text);

// "<li><b>Label:</b> text</li>\n", without a label if that is empty. Label and text each run as they do, the mark stays at the left.
std::string list_item(std::string_view label, std::string_view text);

// A text of its own within a line.
std::string isolated_html(std::string_view text);

// A whole page for paper: complete in itself, without scripts and without anything that it would load. `body` is markup, `title` is text.
// Its rules only reach what is inside `main.paper`, so that the page may also be shown inside another one.
std::string paper_page(std::string_view title, std::string_view body);

}
