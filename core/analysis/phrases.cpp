#include "core/analysis/phrases.hpp"

#include "core/base/letters/clusters.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t usual_letter = 40; // bytes with its marks; one of more counts for several

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '\'';
}
char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// ASCII words only: enough for the two short lists below.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char byte : text) {
        if (!is_letter(byte)) {
            inside = false;
            continue;
        }
        if (!inside) {
            words.emplace_back();
        }
        inside = true;
        words.back() += lower(byte);
    }
    return words;
}

// Words that a thing to give begins with, so that it reads on inside a sentence without its capital.
constexpr std::array<std::string_view, 21> openings{"a",     "an",   "the",     "one",      "two",      "three",     "four",
                                                    "five",  "what", "written", "separate", "some",     "our",       "their",
                                                    "every", "each", "more",    "another",  "somebody", "questions", "half"};
constexpr std::array<std::string_view, 15> third_person{"he",    "him",    "his",  "she",   "her",     "hers",    "they",   "them",
                                                        "their", "theirs", "he's", "she's", "they're", "himself", "herself"};

template <std::size_t Size>
bool has(const std::array<std::string_view, Size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}

std::string one_line(std::string_view text, int longest) {
    std::string line;
    int letters = 0;
    bool space = false;
    std::size_t border = 0; // where the last word that fits ends
    for (std::size_t at = 0; at < text.size();) {
        const bool separator = text.substr(at).starts_with("\xe2\x80\xa8") || text.substr(at).starts_with("\xe2\x80\xa9");
        const auto byte = static_cast<unsigned char>(text[at]);
        if (separator || byte <= ' ' || byte == 0x7f) {
            at += separator ? 3 : 1;
            space = !line.empty();
            continue;
        }
        if (space) {
            border = line.size();
            line += ' ';
            ++letters;
            space = false;
        }
        const auto end = cluster_end(text, at);
        letters += 1 + static_cast<int>((end - at) / usual_letter);
        if (letters > longest) {
            line.resize(border > 0 ? border : line.size());
            while (!line.empty() && (line.back() == ',' || line.back() == '.' || line.back() == ';' || line.back() == ' ')) {
                line.pop_back();
            }
            return line + "…";
        }
        line += text.substr(at, end - at);
        at = end;
    }
    while (!line.empty() && (line.back() == '.' || line.back() == ' ')) {
        line.pop_back();
    }
    return line;
}

std::string quoted(std::string_view text, int longest) {
    const auto line = one_line(text, longest);
    return line.empty() ? line : "“" + line + "”";
}

std::string quoted_end(std::string_view text, int longest) {
    const auto line = one_line(text, longest);
    const bool ended = line.ends_with('?') || line.ends_with('!') || line.ends_with("…");
    return line.empty() ? line : "“" + line + (ended ? "”" : ".”");
}

std::string thing_to_give(std::string_view text, int longest) {
    auto line = one_line(text, longest);
    const auto words = words_of(line.substr(0, line.find(' ')));
    if (words.size() != 1 || !has(openings, words.front()) || !is_letter(line.front())) {
        return quoted(text, longest);
    }
    line[0] = lower(line[0]);
    return line;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

bool can_be_said_to_them(std::string_view text) {
    const auto words = words_of(text);
    return std::none_of(words.begin(), words.end(), [](const std::string& word) { return has(third_person, word); });
}

std::string short_name(const Deal& deal, const StakeholderId& id) {
    auto name = one_line(name_of(deal, id), 60);
    return name.empty() ? "somebody" : name;
}

std::string short_title(const Commitment& commitment) {
    return text_or(one_line(commitment.title, 60), no_title_yet);
}

std::string short_names(const Deal& deal, const std::vector<StakeholderId>& ids) {
    if (ids.empty()) {
        return "somebody";
    }
    if (ids.size() == 2) {
        return short_name(deal, ids[0]) + " and " + short_name(deal, ids[1]);
    }
    return short_name(deal, ids[0]) +
           (ids.size() > 2 ? " and " + counted(static_cast<int>(ids.size()) - 1, "other", "others") : std::string());
}

std::string lower_label(std::string_view label) {
    std::string text(label);
    if (text.size() > 1 && lower(text[1]) == text[1]) { // "IT" and "HR" stay
        text[0] = lower(text[0]);
    }
    return text;
}

std::string function_name(Function function) {
    return function == Function::other ? "another function" : lower_label(label_of(function));
}

std::string function_group(Function function) {
    switch (function) {
    case Function::executive:
        return "management";
    case Function::end_user:
        return "the end users";
    default:
        return function_name(function);
    }
}

std::string function_has(Function function) {
    return with_capital(function_group(function)) + (function == Function::end_user ? " have" : " has");
}

std::string role_name(Role role) {
    return lower_label(label_of(role));
}

std::string Voice::name(const StakeholderId& id) const {
    return detail_ == Detail::nothing_of_theirs ? "this person" : short_name(deal_, id);
}

std::string Voice::names(const std::vector<StakeholderId>& ids) const {
    if (detail_ == Detail::nothing_of_theirs) {
        return ids.size() > 1 ? "these people" : "this person";
    }
    return short_names(deal_, ids);
}

std::string Voice::step(const Commitment& commitment) const {
    const auto title = quote(commitment.title, 60);
    return title.empty() ? "this step" : title;
}

std::string in_a_row(const std::vector<std::string>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) {
        if (!sentence.empty()) {
            text += (text.empty() ? "" : " ") + sentence;
        }
    }
    return text;
}

}
