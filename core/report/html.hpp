#pragma once

#include <string>
#include <string_view>

namespace middleground {

// What people wrote, as text between tags or inside a quoted attribute: nothing of it can become markup, or what printed_text leaves out.
std::string escaped_html(std::string_view text);

// "<h2>Next &amp; last</h2>\n": a text between tags.
std::string element(std::string_view tag, std::string_view text);

// A whole page for paper: complete in itself, without scripts and without anything that it would load. `body` is markup, `title` is text.
// Its rules only reach what is inside `main.paper`, so that the page may also be shown inside another one.
std::string paper_page(std::string_view title, std::string_view body);

}
