#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// What all readers compare words with.
namespace middleground::readers {

// ASCII only.
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lowered(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), lower);
    return small;
}

// But for the case of ASCII letters.
inline bool same_word(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

inline bool begins_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && same_word(text.substr(0, word.size()), word);
}

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view one) { return same_word(word, one); });
}

// Where `words` stands in the text but for case, npos: nowhere. For words whose first letter is rare enough to look for.
inline std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    for (auto at = from; at + word.size() <= text.size(); ++at) {
        if (lower(text[at]) == lower(word.front()) && same_word(text.substr(at, word.size()), word)) return at;
    }
    return std::string_view::npos;
}

// Takes one line off the text; without its end (LF, CR LF or CR).
inline std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    auto next = end;
    if (next < text.size()) next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2 : 1;
    text.remove_prefix(next);
    return line;
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        lines.push_back(take_line(text));
    }
    return lines;
}

}
