#include "core/base/typed/person_name.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace middleground {

namespace {

bool is_any_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

// Behind a comma these are no first name.
constexpr std::array<std::string_view, 15> suffixes{"inc.", "inc", "llc", "ltd", "ltd.", "gmbh", "jr.", "jr", "phd", "mba", "ph.d.", "m.d.", "md", "sr.", "esq."};
// Before a name these are no part of it. "M." and "Don" may be.
constexpr std::array<std::string_view, 27> titles{"dr.", "dr", "prof.", "prof", "professor", "doctor", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "miss", "mx.", "herr", "frau", "hr.", "fr.", "mme", "mme.",
                                                  "mlle", "monsieur", "madame", "sra.", "dipl.-ing.", "ing.", "mag."};

}

std::string person_name_of(std::string_view name) {
    auto text = printed_line(name);
    // What systems write behind it: "(Extern)", "[EXT]", "via LinkedIn", "| Kestrel".
    for (const std::string_view mark : {" (", " [", " | ", " via ", " / "}) {
        if (const auto at = text.find(mark); at != std::string::npos && at > 0) text.erase(at);
    }
    std::string_view rest = trimmed(text);
    while (rest.size() > 1 && (rest.front() == '\'' || rest.front() == '"') && rest.back() == rest.front()) {
        rest = trimmed(rest.substr(1, rest.size() - 2));
    }
    if (rest.find('@') != std::string_view::npos) return {};
    // "Ortiz, Dana"; "Acme, Inc." is none.
    const auto comma = rest.find(',');
    if (comma != std::string_view::npos && rest.find(',', comma + 1) == std::string_view::npos) {
        const auto last = trimmed(rest.substr(0, comma));
        const auto first = trimmed(rest.substr(comma + 1));
        const bool company = is_any_of(folded(first), suffixes);
        if (!company && !last.empty() && !first.empty()) return std::string(first) + ' ' + std::string(last);
    }
    // Marks alone are no name.
    if (std::ranges::none_of(rest, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)); })) return {};
    std::string plain;
    for (const char c : rest) {
        if (c != ' ' || !plain.ends_with(' ')) plain += c;
    }
    return plain;
}

std::string name_in_address(std::string_view address) {
    const auto local = address.substr(0, address.find('@'));
    const auto words_end = local.find('+');
    std::string name;
    std::size_t words = 0;
    std::string word;
    const auto flush = [&] {
        if (word.size() > 1 || (words > 0 && !word.empty())) {
            name += (name.empty() ? "" : " ") + capitalised(word);
            ++words;
        }
        word.clear();
    };
    for (const char c : local.substr(0, words_end)) {
        if (c == '.' || c == '_' || c == '-') flush();
        else if (c >= '0' && c <= '9') continue;
        else word += c;
    }
    flush();
    return words >= 2 ? name : std::string();
}

std::string turned_name(std::string_view name) {
    name = trimmed(name);
    const auto comma = name.find(',');
    if (comma == std::string_view::npos || name.find_first_of("@<(\"") != std::string_view::npos) return std::string(name);
    const auto last = trimmed(name.substr(0, comma)), first = trimmed(name.substr(comma + 1));
    // "van der Berg, Jan Willem" is one: particles are written small.
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool both_whole = last.contains(' ') && first.contains(' ') && !is_small(last.front());
    if (both_whole) return std::string(name);
    auto turned = person_name_of(name);
    return turned.empty() ? std::string(name) : turned;
}

std::string matched_name(std::string_view name) {
    const auto whole = folded(trimmed(name));
    std::string_view rest = whole;
    for (auto blank = rest.find(' '); blank != std::string_view::npos && is_any_of(rest.substr(0, blank), titles); blank = rest.find(' ')) {
        rest = trimmed(rest.substr(blank));
    }
    for (auto blank = rest.rfind(' '); blank != std::string_view::npos && blank > 0 && is_any_of(rest.substr(blank + 1), suffixes); blank = rest.rfind(' ')) {
        rest = trimmed(rest.substr(0, blank));
        if (rest.size() > 1 && rest.ends_with(',')) rest.remove_suffix(1);
    }
    return std::string(rest);
}

}
