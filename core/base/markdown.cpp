#include "core/base/markdown.hpp"

#include "core/base/printed_text.hpp"

namespace middleground {

// Everything that CommonMark would read as its own, wherever it stands; and at the start of a line also what begins a list or a heading.
std::string escaped_markdown(std::string_view words) {
    constexpr std::string_view special = "\\`*_{}[]<>#|~&!$";
    constexpr std::string_view at_the_start = "-+=.)";
    std::string result;
    bool start = true; // only digits and spaces so far
    for (const char byte : printed_line(words)) {
        if (special.find(byte) != std::string_view::npos || (start && at_the_start.find(byte) != std::string_view::npos)) {
            result += '\\';
        }
        start = start && ((byte >= '0' && byte <= '9') || byte == ' ');
        result += byte;
    }
    return result;
}

}
