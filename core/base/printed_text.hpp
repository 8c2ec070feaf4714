#pragma once

#include <string>
#include <string_view>

namespace middleground {

// What people wrote, for a page, a file's name or a terminal: without what would command the terminal (C0 but for line ends and tabs, DEL,
// C1), turn the order of other words around (the marks that set a direction and those that end it, U+202A to U+202E and U+2066 to U+2069)
// or is no UTF-8. A control character leaves a space, a mark of direction nothing, an ill-formed byte U+FFFD. Every line ends in LF.
std::string printed_text(std::string_view text);

// The same on one line: line ends and tabs are spaces.
std::string printed_line(std::string_view text);

}
