#include "core/base/file_name.hpp"

#include "core/base/code_point.hpp"

#include <cstdint>

namespace middleground {

namespace {

// Letters and digits of ASCII, and of the rest all but control characters, spaces and marks that cannot be seen. Those that join letters
// and emoji stay: without them the words are other ones.
bool is_of_name(const CodePoint& point) {
    const auto c = point.value;
    const auto within = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
    if (!point.valid) return false;
    if (c < 0x80) return within('0', '9') || within('a', 'z') || within('A', 'Z');
    if (within(0x200c, 0x200d)) return true;
    return !(c <= 0xa0 || c == 0xad || c == 0x61c || c == 0x1680 || c == 0x180e || within(0x2000, 0x200f) || within(0x2028, 0x202f) ||
             within(0x205f, 0x206f) || c == 0x3000 || c == 0xfeff || within(0xfff9, 0xfffd) || within(0xe0000, 0xe007f) || (c & 0xfffe) == 0xfffe);
}

}

std::string file_name_of(std::string_view words, std::string_view extension) {
    std::string name;
    for (std::size_t at = 0; at < words.size();) {
        const auto point = code_point_at(words, at);
        if (is_of_name(point)) {
            name += words.substr(at, point.length);
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
        at += point.length;
    }
    name.resize(cut_to(name, longest_file_name - extension.size()).size());
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return (name.empty() ? "deal" : name) + std::string(extension);
}

}
