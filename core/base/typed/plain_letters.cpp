#include "core/base/typed/plain_letters.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// U+0100 to U+017F. What are two letters in one is its first.
constexpr std::string_view extended_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(extended_a.size() == 128);

// U+00E0 to U+00FF; small letters only, as the text was folded.
constexpr std::array<std::string_view, 32> latin_1{"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
                                                   "d", "n", "o", "o", "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "y"};

std::string plain(std::string_view text, bool spelt_out) {
    // Most texts are ASCII, and there may be many of them.
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string result(text);
        for (char& c : result) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return result;
    }
    const auto small = folded(text);
    std::string result;
    result.reserve(small.size());
    for (std::size_t at = 0; at < small.size(); ++at) {
        const auto lead = static_cast<unsigned char>(small[at]);
        const auto next = at + 1 < small.size() ? static_cast<unsigned char>(small[at + 1]) : 0u;
        if (lead < 0xc3 || (next & 0xc0) != 0x80) {
            result += small[at];
            continue;
        }
        if (lead == 0xc3 && next >= 0xa0) {
            result += latin_1[next - 0xa0];
            if (spelt_out && (next == 0xa4 || next == 0xb6 || next == 0xbc)) result += 'e'; // ä, ö, ü
            ++at;
        } else if (lead == 0xc3 && next == 0x9f) {
            result += "ss";
            ++at;
        } else if (lead == 0xc4 || lead == 0xc5) {
            result += extended_a[(lead - 0xc4u) * 64 + (next - 0x80)];
            ++at;
        } else if (lead == 0xcc || (lead == 0xcd && next < 0xb0)) {
            ++at; // an accent of its own
        } else if (lead == 0xe2 && (small.compare(at, 3, "\u2019") == 0 || small.compare(at, 3, "\u2018") == 0)) {
            result += '\'';
            at += 2;
        } else {
            result += small[at];
        }
    }
    return result;
}

}

std::string plain_letters(std::string_view text) {
    return plain(text, false);
}

std::string spelt_out_letters(std::string_view text) {
    return plain(text, true);
}

std::string capitalised(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        ++length;
    const auto first = text.substr(0, length);
    const auto capital = initials(first);
    // "?" stands for what is no letter at all.
    if (text.empty() || capital == "?" || first_invalid_utf8(first)) return std::string(text);
    return capital + std::string(text.substr(length));
}

}
