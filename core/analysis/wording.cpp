#include "core/analysis/wording.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <optional>

namespace middleground {

namespace {

constexpr std::size_t most_between = 4; // words that "*" stands for

struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string folded;        // with plain apostrophes
    bool new_sentence = false; // the marks before it end a sentence
    bool questioned = false;   // a question mark follows
};

// What stands between words, by its first bytes; 0: a part of a word.
enum class Mark : std::uint8_t { part, apostrophe, space, sentence_end, question };
struct MarkAt {
    Mark mark = Mark::part;
    std::size_t length = 1;
};

MarkAt mark_at(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (letter) return {Mark::part, 1};
        if (byte == '\'') return {Mark::apostrophe, 1};
        if (byte == '?') return {Mark::question, 1};
        return {byte == '.' || byte == '!' || byte == ';' || byte == ':' ? Mark::sentence_end : Mark::space, 1};
    }
    if (text.starts_with("\u2019") || text.starts_with("\u2018")) return {Mark::apostrophe, 3};
    if (text.starts_with("\u2026")) return {Mark::sentence_end, 3};
    for (const std::string_view mark : {"\u00a0", "\u00ab", "\u00bb", "\u00bf", "\u00a1"}) {
        if (text.starts_with(mark)) return {Mark::space, mark.size()};
    }
    // U+2000 to U+203F: spaces, dashes and quotation marks.
    if (text.size() >= 3 && text[0] == '\xe2' && text[1] == '\x80') return {Mark::space, 3};
    return {Mark::part, 1};
}

std::vector<Word> split_words(std::string_view text) {
    std::vector<Word> words;
    std::string current;
    std::size_t begin = 0;
    bool new_sentence = false;
    const auto finish = [&](std::size_t end) {
        if (current.empty()) return;
        // Quotation marks look like apostrophes.
        const auto first = current.find_first_not_of('\'');
        const auto last = current.find_last_not_of('\'');
        if (first != std::string::npos) {
            words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                             folded(std::string_view(current).substr(first, last - first + 1)), new_sentence, false});
            new_sentence = false;
        }
        current.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [mark, length] = mark_at(text.substr(at));
        if (mark == Mark::part || mark == Mark::apostrophe) {
            if (current.empty()) begin = at;
            current += mark == Mark::part ? text.substr(at, length) : "'";
        } else {
            finish(at);
            if (mark == Mark::question && !words.empty()) words.back().questioned = true;
            new_sentence = new_sentence || mark == Mark::sentence_end || mark == Mark::question;
        }
        at += length;
    }
    finish(text.size());
    return words;
}

using Element = WordingCheck::Element;
using Compiled = WordingCheck::Pattern;

Compiled compiled(const std::string& match) {
    Compiled pattern;
    bool gap = false;
    std::size_t at = 0;
    while (at < match.size()) {
        const auto end = std::min(match.find(' ', at), match.size());
        const auto word = match.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        if (word == "*") {
            gap = true;
            continue;
        }
        if (word == "?") {
            pattern.question = true;
            continue;
        }
        Element element{{}, gap};
        gap = false;
        for (std::size_t from = 0; from <= word.size();) {
            const auto bar = std::min(word.find('|', from), word.size());
            element.choices.push_back(folded(std::string_view(word).substr(from, bar - from)));
            from = bar + 1;
        }
        pattern.elements.push_back(std::move(element));
    }
    return pattern;
}

bool fits(const Element& element, const Word& word) {
    return std::ranges::find(element.choices, word.folded) != element.choices.end();
}

// The last word of a match that begins at `at`; nothing when there is none.
std::optional<std::size_t> match_from(const Compiled& pattern, const std::vector<Word>& words, std::size_t at, std::size_t element = 0) {
    if (!fits(pattern.elements[element], words[at])) return std::nullopt;
    if (element + 1 == pattern.elements.size()) {
        if (pattern.question && !words[at].questioned) return std::nullopt;
        return at;
    }
    const auto reach = pattern.elements[element + 1].after_gap ? most_between + 1 : 1;
    for (std::size_t next = at + 1; next <= at + reach && next < words.size() && !words[next].new_sentence; ++next) {
        if (const auto end = match_from(pattern, words, next, element + 1)) return end;
    }
    return std::nullopt;
}

}

WordingCheck::WordingCheck(const WordingTable& table) : table_(table) {
    for (const auto& pattern : table.patterns) {
        const auto place = static_cast<std::uint32_t>(patterns_.size());
        patterns_.push_back(compiled(pattern.match));
        if (patterns_.back().elements.empty()) continue;
        for (const auto& word : patterns_.back().elements.front().choices) {
            by_first_word_.emplace(word, place);
        }
    }
}

std::vector<WordingHit> WordingCheck::hits(std::string_view text) const {
    const auto words = split_words(text);
    std::vector<WordingHit> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto [from, to] = by_first_word_.equal_range(words[at].folded);
        for (auto one = from; one != to; ++one) {
            const auto end = match_from(patterns_[one->second], words, at);
            if (!end) continue;
            const auto& pattern = table_.patterns[one->second];
            WordingHit hit{words[at].begin, words[*end].end, pattern.kind, pattern.why, pattern.instead};
            const bool overlaps = !found.empty() && hit.begin < found.back().end;
            if (!overlaps) {
                found.push_back(std::move(hit));
            } else if (hit.end - hit.begin > found.back().end - found.back().begin) {
                found.back() = std::move(hit);
            }
        }
    }
    return found;
}

std::vector<WordingHit> check_wording(std::string_view text, const WordingTable& table) {
    return WordingCheck(table).hits(text);
}

bool is_hard_sell(WordingClass kind) {
    return kind != WordingClass::vague;
}

}
