#include "core/merge/doubles/name_keys.hpp"

#include "core/base/ascii.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

using namespace std::string_view_literals;

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// What stands between blanks and marks; `inner` belong to a word.
std::vector<std::string> words_of(std::string_view text, std::string_view inner) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_letter(c) || inner.find(c) != std::string_view::npos) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string joined_words(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

std::string key_of_words(std::vector<std::string> words) {
    sort_list(words);
    return joined_words(words);
}

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array titles{"dr"sv,   "prof"sv,  "mr"sv,   "mrs"sv, "ms"sv,  "miss"sv, "herr"sv, "frau"sv, "dipl"sv, "ing"sv, "phd"sv, "mba"sv,
                            "jr"sv,   "sr"sv,    "sir"sv,  "mme"sv, "sra"sv, "ir"sv,   "drs"sv,  "med"sv};
constexpr std::array suffixes{"jr"sv, "sr"sv, "phd"sv, "mba"sv, "md"sv, "ii"sv, "iii"sv};

// "Anna Müller" of "Müller, Anna".
std::string in_spoken_order(std::string_view name) {
    const auto comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
    const auto surname = trimmed(name.substr(0, comma)), first = trimmed(name.substr(comma + 1));
    const auto after = words_of(folded(first), "'-");
    if (surname.empty() || after.empty() || is_one_of(after.front(), suffixes)) return std::string(name);
    return std::string(first) + ' ' + std::string(surname);
}

bool is_one_letter(std::string_view word) {
    return cluster_end(word, 0) == word.size();
}

// Without what says nothing of who it is.
std::vector<std::string> name_words(std::string_view name) {
    auto words = words_of(name, "'-");
    auto told = words;
    std::erase_if(told, [](const std::string& word) { return is_one_of(word, titles); });
    if (!told.empty()) words = std::move(told);
    if (words.size() > 2) {
        std::vector<std::string> few{words.front()};
        std::copy_if(words.begin() + 1, words.end() - 1, std::back_inserter(few), [](const std::string& word) { return !is_one_letter(word); });
        few.push_back(std::move(words.back()));
        words = std::move(few);
    }
    return words;
}

constexpr std::array legal_forms{
    "gmbh"sv, "mbh"sv,  "ggmbh"sv, "ag"sv,   "kg"sv,   "kgaa"sv, "ohg"sv,  "ug"sv,   "se"sv,   "ev"sv,    "eg"sv,      "inc"sv,         "incorporated"sv, "llc"sv,
    "llp"sv,  "lp"sv,   "ltd"sv,   "ltda"sv, "limited"sv, "plc"sv, "corp"sv, "corporation"sv, "co"sv, "company"sv, "sa"sv, "sas"sv, "sasu"sv, "sarl"sv,
    "srl"sv,  "spa"sv,  "sl"sv,    "slu"sv,  "sc"sv,   "bv"sv,   "nv"sv,   "vof"sv,  "bvba"sv, "ab"sv,    "as"sv,      "asa"sv,         "oy"sv,           "oyj"sv,
    "aps"sv,  "kft"sv,  "zrt"sv,   "nyrt"sv, "sp"sv,   "z"sv,    "oo"sv,   "zoo"sv,  "spzoo"sv, "sro"sv,  "doo"sv,     "dd"sv,          "pty"sv,          "pte"sv,
    "pvt"sv,  "sdn"sv,  "bhd"sv,   "kk"sv,   "\u043e\u043e\u043e"sv, "\u043e\u0430\u043e"sv, "\u0437\u0430\u043e"sv, "\u043f\u0430\u043e"sv, "\u0430\u043e"sv,
    "and"sv,  "und"sv,  "et"sv,    "y"sv,    "e"sv};
constexpr std::array first_words{"the"sv, "\u043e\u043e\u043e"sv, "\u043e\u0430\u043e"sv, "\u0437\u0430\u043e"sv, "\u043f\u0430\u043e"sv, "\u0430\u043e"sv};
// Written without a blank.
constexpr std::array joined_forms{"\u682a\u5f0f\u4f1a\u793e"sv, "\u6709\u9650\u4f1a\u793e"sv, "\u5408\u540c\u4f1a\u793e"sv, "\u80a1\u4efd\u6709\u9650\u516c\u53f8"sv,
                                  "\u6709\u9650\u516c\u53f8"sv, "\uc8fc\uc2dd\ud68c\uc0ac"sv};

void drop_joined_form(std::string& word) {
    for (const auto form : joined_forms) {
        if (word.size() <= form.size()) continue;
        if (word.starts_with(form)) word.erase(0, form.size());
        if (word.size() > form.size() && word.ends_with(form)) word.resize(word.size() - form.size());
    }
}

}

NameKeys name_keys(std::string_view name) {
    NameKeys keys;
    const auto spoken = in_spoken_order(name);
    keys.same = key_of_words(name_words(folded(spoken)));
    keys.words = name_words(plain_letters(spoken));
    keys.plain = key_of_words(keys.words);
    keys.spelt = key_of_words(name_words(spelt_out_letters(spoken)));
    if (keys.words.size() < 2) return keys;
    const auto& first = keys.words.front();
    const auto& last = keys.words.back();
    const bool turned = is_one_letter(last) && !is_one_letter(first); // "Müller A."
    const auto& letter = turned ? last : first;
    keys.is_initial = is_one_letter(letter);
    keys.initial = letter.substr(0, cluster_end(letter, 0)) + ' ' + (turned ? first : last);
    return keys;
}

std::vector<std::string> plain_words_of(std::string_view text) {
    return words_of(plain_letters(text), {});
}

std::string account_key(std::string_view account) {
    auto letters = plain_letters(account);
    std::erase_if(letters, [](char c) { return c == '.' || c == '\''; });
    auto words = words_of(letters, {});
    while (words.size() > 1 && is_one_of(words.back(), legal_forms)) words.pop_back();
    if (words.size() > 1 && is_one_of(words.front(), first_words)) words.erase(words.begin());
    if (!words.empty()) {
        drop_joined_form(words.front());
        drop_joined_form(words.back());
    }
    return joined_words(words);
}

}
