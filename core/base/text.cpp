#include "core/base/text.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/plain_letters.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t longest_letter = 40; // bytes with its marks; of more the first letter is enough

std::uint32_t byte_of(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// In these ranges capitals and small letters take turns, or lie a fixed distance apart.
std::uint32_t lower(std::uint32_t c) {
    const auto within = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
    const auto next_if_even = [c] { return c % 2 == 0 ? c + 1 : c; };
    const auto next_if_odd = [c] { return c % 2 == 1 ? c + 1 : c; };
    if (c < 0x80) {
        return within('A', 'Z') ? c + 32 : c;
    }
    if (within(0xc0, 0xde)) {
        return c == 0xd7 ? c : c + 32;
    }
    if (c == 0x130) {
        return 'i';
    }
    if (c == 0x178) {
        return 0xff;
    }
    if (c == 0x17f) {
        return 's';
    }
    if (within(0x100, 0x137) || within(0x14a, 0x177)) {
        return c == 0x131 ? c : next_if_even();
    }
    if (within(0x139, 0x148) || within(0x179, 0x17e)) {
        return next_if_odd();
    }
    if (within(0x386, 0x3ab)) {
        if (c == 0x386) {
            return 0x3ac;
        }
        if (within(0x388, 0x38a)) {
            return c + 37;
        }
        if (c == 0x38c) {
            return 0x3cc;
        }
        if (within(0x38e, 0x38f)) {
            return c + 63;
        }
        return within(0x391, 0x3ab) && c != 0x3a2 ? c + 32 : c;
    }
    if (c == 0x3c2) {
        return 0x3c3; // final sigma
    }
    if (within(0x400, 0x40f)) {
        return c + 80;
    }
    if (within(0x410, 0x42f)) {
        return c + 32;
    }
    if (c == 0x4c0) {
        return 0x4cf;
    }
    if (within(0x4c1, 0x4ce)) {
        return next_if_odd();
    }
    if (within(0x460, 0x481) || within(0x48a, 0x4bf) || within(0x4d0, 0x52f)) {
        return next_if_even();
    }
    return c;
}

// The capital of a small letter: the one that `lower` takes to it.
std::uint32_t upper(std::uint32_t c) {
    if (c == 0xff) {
        return 0x178;
    }
    constexpr std::array<std::uint32_t, 8> distances{32, 1, 80, 37, 38, 64, 63, 15};
    for (const auto distance : distances) {
        if (c > distance && lower(c - distance) == c) {
            return c - distance;
        }
    }
    return c;
}

bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Letters and digits; everything beyond ASCII punctuation and the signs of Latin-1 counts as a letter.
bool begins_word(std::uint32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return c == 0xaa || c == 0xb5 || c == 0xba || (c >= 0xc0 && !(c >= 0x2000 && c <= 0x206f));
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t start = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        const bool space = is_ascii_space(text[at]) || (c.valid && c.value == 0xa0);
        if (!space && !inside) {
            start = at;
        }
        if (space && inside) {
            words.push_back(text.substr(start, at - start));
        }
        inside = !space;
        at += c.length;
    }
    if (inside) {
        words.push_back(text.substr(start));
    }
    return words;
}

}

std::optional<std::uint32_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        if (!c.valid) {
            return static_cast<std::uint32_t>(at);
        }
        at += c.length;
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break_space = "\xc2\xa0";
    for (;;) {
        if (!text.empty() && is_ascii_space(text.front())) {
            text.remove_prefix(1);
        } else if (!text.empty() && is_ascii_space(text.back())) {
            text.remove_suffix(1);
        } else if (text.starts_with(no_break_space)) {
            text.remove_prefix(2);
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(2);
        } else {
            return text;
        }
    }
}

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        if (c.valid) {
            append_code_point(result, lower(c.value));
        } else {
            result += text[at];
        }
        at += c.length;
    }
    return result;
}

int match_score(std::string_view text, std::string_view query) {
    constexpr int inside_score = 1;
    constexpr int word_score = 4;
    constexpr int start_score = 8;
    const auto haystack = plain_letters(text);
    const auto needles = plain_letters(query);
    int score = 1; // an empty query matches everything, equally
    for (const auto word : words_of(needles)) {
        int best = 0;
        for (auto at = haystack.find(word); at != std::string::npos; at = haystack.find(word, at + 1)) {
            const auto before = at == 0 ? 0u : byte_of(haystack, at - 1);
            const bool at_word = at > 0 && before < 0x80 && !begins_word(before);
            best = std::max(best, at == 0 ? start_score : at_word ? word_score : inside_score);
        }
        if (best == 0) {
            return 0;
        }
        score += best;
    }
    return score;
}

std::string initials(std::string_view name) {
    std::vector<std::string> letters;
    for (const auto word : words_of(name)) {
        if (!letters.empty() && word.starts_with('(')) {
            break; // "Anna Berg (Finance)" is an AB: the rest tells which one
        }
        for (std::size_t at = 0; at < word.size();) {
            const auto end = cluster_end(word, at);
            const auto c = code_point_at(word, at);
            if (c.valid && begins_word(c.value)) {
                letters.emplace_back();
                append_code_point(letters.back(), upper(c.value));
                if (end - at <= longest_letter) letters.back() += word.substr(at + c.length, end - at - c.length);
                break;
            }
            at = end;
        }
    }
    if (letters.empty()) {
        return "?";
    }
    return letters.size() > 1 ? letters.front() + letters.back() : letters.front();
}

std::string counted(int count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? " and " : ", ";
        }
        text += words[i];
    }
    return text;
}

std::string number_word(int number) {
    constexpr std::array<std::string_view, 13> words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                     "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return number >= 0 && number < static_cast<int>(words.size()) ? std::string(words[static_cast<std::size_t>(number)])
                                                                  : std::to_string(number);
}

int code_point_count(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += code_point_at(text, at).length;
    }
    return count;
}

}
