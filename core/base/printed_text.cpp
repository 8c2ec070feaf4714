#include "core/base/printed_text.hpp"

#include "core/base/code_point.hpp"

namespace middleground {

namespace {

enum class Part { plain, space, tab, line_end, nothing, bad };

Part part_of(const CodePoint& point) {
    const auto value = point.value;
    const auto within = [value](std::uint32_t first, std::uint32_t last) { return value >= first && value <= last; };
    if (!point.valid) return Part::bad;
    if (value == '\t') return Part::tab;
    if (value == '\n' || value == '\r' || within(0x2028, 0x2029)) return Part::line_end;
    if (value < 0x20 || within(0x7f, 0x9f)) return Part::space;
    return within(0x202a, 0x202e) || within(0x2066, 0x2069) ? Part::nothing : Part::plain;
}

std::string printed(std::string_view text, char tab, char line_end) {
    constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const auto next = at + point.length;
        switch (part_of(point)) {
        case Part::plain:
            out += text.substr(at, point.length);
            break;
        case Part::space:
            out += ' ';
            break;
        case Part::tab:
            out += tab;
            break;
        case Part::line_end:
            // CR LF is one.
            if (point.value != '\r' || text.substr(next, 1) != "\n") out += line_end;
            break;
        case Part::nothing:
            break;
        case Part::bad:
            out += replacement;
            break;
        }
        at = next;
    }
    return out;
}

}

std::string printed_text(std::string_view text) {
    return printed(text, '\t', '\n');
}

std::string printed_line(std::string_view text) {
    return printed(text, ' ', ' ');
}

}
