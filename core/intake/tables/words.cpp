#include "core/intake/tables/words.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// Bytes of the character at `at` when it is a sign or a space, 0 when it belongs to a word.
std::size_t sign_length(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ? 0 : 1;
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (byte == 0xc2 && next >= 0x80 && next <= 0xbf) return 2;                                   // signs of Latin-1
    if (byte == 0xe2 && (next == 0x80 || next == 0x81)) return std::min<std::size_t>(3, text.size() - at); // general punctuation
    return 0;
}

}

std::string heading_key(std::string_view text) {
    const auto lower = folded(text);
    std::string key;
    for (std::size_t at = 0; at < lower.size();) {
        const auto sign = sign_length(lower, at);
        if (sign == 0) key += lower[at];
        at += std::max<std::size_t>(1, sign);
    }
    return key;
}

std::string words_key(std::string_view text) {
    const auto lower = folded(text);
    std::string key = " ";
    for (std::size_t at = 0; at < lower.size();) {
        const auto sign = sign_length(lower, at);
        if (sign == 0) {
            key += lower[at];
        } else if (key.back() != ' ') {
            key += ' ';
        }
        at += std::max<std::size_t>(1, sign);
    }
    if (key.back() != ' ') key += ' ';
    return key;
}

namespace {

// "USD", and "usd" as databases write it; not words that are codes besides ("amount all").
std::string currency_code_of(std::string_view word) {
    if (is_known_currency(word)) return std::string(word);
    constexpr std::array<std::string_view, 9> words{"all", "try", "top", "cup", "mad", "pen", "bob", "mop", "gel"};
    if (word.size() != 3 || std::ranges::find(words, word) != words.end()) return {};
    std::string code;
    for (const char c : word) {
        if (c < 'a' || c > 'z') return {};
        code += static_cast<char>(c - 'a' + 'A');
    }
    return is_known_currency(code) ? code : std::string();
}

constexpr std::size_t longest_word = 500; // bytes of a cell that words are looked for in
constexpr std::size_t most_known = 50000; // of hostile files

// What is written without spaces between words: its words are found anywhere.
bool is_unspaced(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xe3 && static_cast<unsigned char>(c) <= 0xed; });
}

}

HeadingKeys heading_keys(std::string_view heading, std::span<const std::string> noun_keys) {
    HeadingKeys keys{heading_key(heading), {}, {}};
    auto shorter = trimmed(heading);
    if (const auto bracket = shorter.find('('); bracket != std::string_view::npos && bracket > 0) shorter = trimmed(shorter.substr(0, bracket));
    if (shorter.ends_with("__c")) shorter.remove_suffix(3);
    const auto add = [&](std::vector<std::string>& list, std::string key) {
        if (!key.empty() && key != keys.whole && std::ranges::find(list, key) == list.end()) list.push_back(std::move(key));
    };
    add(keys.plain, heading_key(shorter));
    if (shorter.size() > 4) {
        const auto code = shorter.substr(shorter.size() - 3);
        const char before = shorter[shorter.size() - 4];
        if ((before == ' ' || before == '_' || before == '-') && !currency_code_of(code).empty()) {
            add(keys.plain, heading_key(shorter.substr(0, shorter.size() - 4)));
        }
    }
    auto all = keys.plain;
    all.push_back(keys.whole);
    for (const std::string_view key : all) {
        for (const auto& noun : noun_keys) {
            if (key.size() <= noun.size()) continue;
            if (key.starts_with(noun)) add(keys.bare, std::string(key.substr(noun.size())));
            if (key.ends_with(noun)) add(keys.bare, std::string(key.substr(0, key.size() - noun.size())));
        }
    }
    return keys;
}

std::vector<std::string> noun_keys_of(std::span<const ImportVocabulary> vocabularies) {
    std::vector<std::string> keys;
    for (const auto& vocabulary : vocabularies) {
        for (const auto& noun : vocabulary.nouns) keys.push_back(heading_key(noun));
    }
    return keys;
}

KnownHeadings::KnownHeadings(std::span<const ImportVocabulary> vocabularies) : nouns_(noun_keys_of(vocabularies)) {
    for (const auto& vocabulary : vocabularies) {
        for (const auto& words : vocabulary.footers) footers_.push_back(words_key(words));
        for (const auto& layout : vocabulary.layouts) {
            for (const auto& column : layout.columns) {
                for (const auto& heading : column.headings) {
                    keys_.insert(heading_key(heading));
                    keys_.insert(heading_key(plain_letters(heading)));
                }
            }
        }
    }
}

bool KnownHeadings::knows(std::string_view cell) const {
    constexpr std::size_t longest_heading = 120;
    cell = trimmed(cell);
    if (cell.empty() || cell.size() > longest_heading || cell.front() == '\\') return false; // "\N" of a database is no "N."
    const auto keys = heading_keys(cell, nouns_);
    const auto known = [&](const std::string& key) { return keys_.contains(key); };
    return known(keys.whole) || std::ranges::any_of(keys.plain, known) || std::ranges::any_of(keys.bare, known);
}

bool KnownHeadings::begins_footer(std::string_view text) const {
    const auto key = words_key(text.substr(0, 100));
    return std::ranges::any_of(footers_, [&](const std::string& words) { return key.starts_with(words); });
}

ImportWords::ImportWords(std::span<const ImportVocabulary> vocabularies, std::span<const WordMeaning> asked) {
    for (const auto& one : asked) asked_.insert_or_assign(folded(trimmed(one.word)), one.meaning);
    for (const auto& vocabulary : vocabularies) {
        for (const auto& entry : vocabulary.outcomes) {
            for (const auto& words : entry.words) outcomes_.add(words, entry.outcome);
        }
        for (const auto& entry : vocabulary.roles) {
            for (const auto& words : entry.words) roles_.add(words, entry.role);
        }
        for (const auto& entry : vocabulary.functions) {
            for (const auto& words : entry.words) functions_.add(words, entry.function);
        }
        for (const auto& words : vocabulary.yes) yes_.push_back(folded(words));
        for (const auto& words : vocabulary.totals) totals_.push_back(words_key(words));
    }
}

template <typename E>
std::optional<E> ImportWords::Table<E>::find(std::string_view text) {
    if (text.empty()) return {};
    const auto [place, is_new] = known.try_emplace(std::string(text.substr(0, longest_word)));
    if (!is_new) return place->second;
    const auto key = words_key(text.substr(0, longest_word));
    std::size_t best = 0;
    std::optional<E> found;
    for (const auto& phrase : phrases) {
        if (phrase.key.size() > best && key.contains(phrase.key)) {
            best = phrase.key.size();
            found = phrase.value;
        }
    }
    place->second = found;
    if (known.size() > most_known) known.clear();
    return found;
}

std::optional<ImportedOutcome> ImportWords::outcome(std::string_view text) {
    if (text.empty()) return {};
    if (outcomes_.known.size() > most_known) outcomes_.known.clear();
    const auto [place, is_new] = outcomes_.known.try_emplace(std::string(text.substr(0, longest_word)));
    if (is_new) place->second = judge(text.substr(0, longest_word));
    return place->second;
}

std::optional<ImportedOutcome> ImportWords::asked(std::string_view text) const {
    if (asked_.empty() || text.empty()) return {};
    const auto found = asked_.find(folded(trimmed(text.substr(0, longest_word))));
    return found == asked_.end() ? std::nullopt : std::optional(found->second);
}

// Of phrases that stand within each other ("won" in "not won") the longer counts.
std::optional<ImportedOutcome> ImportWords::judge(std::string_view text) const {
    if (const auto said = asked(text)) return said;
    struct Match {
        std::size_t begin, end;
        ImportedOutcome value;
    };
    std::vector<Match> matches;
    const auto key = words_key(text);
    const bool unspaced = is_unspaced(key);
    for (const auto& phrase : outcomes_.phrases) {
        std::string_view words = phrase.key;
        if (unspaced && is_unspaced(words)) words = words.substr(1, words.size() - 2);
        for (auto at = key.find(words); at != std::string::npos; at = key.find(words, at + 1)) matches.push_back({at, at + words.size(), phrase.value});
    }
    std::array<std::size_t, 5> longest{};
    for (const auto& one : matches) {
        const bool within = std::ranges::any_of(matches, [&](const Match& other) {
            return other.begin <= one.begin && other.end >= one.end && other.end - other.begin > one.end - one.begin;
        });
        if (!within) longest[static_cast<std::size_t>(one.value)] = std::max(longest[static_cast<std::size_t>(one.value)], one.end - one.begin);
    }
    using enum ImportedOutcome;
    const auto has = [&](ImportedOutcome value) { return longest[static_cast<std::size_t>(value)]; };
    if (has(won) > 0 && (has(lost) > 0 || has(no_decision) > 0)) return unclear;
    if (has(lost) > 0 || has(no_decision) > 0) return has(no_decision) > 0 ? no_decision : lost;
    if (has(won) > 0) return won;
    if (has(open) > 0 && has(open) > has(unclear)) return open;
    if (has(unclear) > 0) return unclear;
    return {};
}

std::optional<Role> ImportWords::role(std::string_view text) {
    return roles_.find(text);
}

std::optional<Function> ImportWords::function(std::string_view text) {
    return functions_.find(text);
}

bool ImportWords::is_yes(std::string_view text) const {
    return std::ranges::find(yes_, folded(trimmed(text))) != yes_.end();
}

bool ImportWords::begins_totals(std::string_view first_value) const {
    // "Grand Totals (12 records)", "Total", "Summe"; not "Total Logistics Ltd".
    const auto key = words_key(first_value.substr(0, 100));
    return std::ranges::any_of(totals_, [&](const std::string& words) {
        if (!key.starts_with(words)) return false;
        const auto rest = std::string_view(key).substr(words.size());
        return rest.empty() || (rest.front() >= '0' && rest.front() <= '9');
    });
}

}
