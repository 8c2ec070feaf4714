#pragma once

#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace middleground {

// "Deal - Title *" -> "dealtitle": letters and digits in lower case.
std::string heading_key(std::string_view text);
// "Closed (Won)" -> " closed won ": words in lower case with a space around each, so that whole words can be looked for.
std::string words_key(std::string_view text);

// What a heading may be found by: the whole of it; without what stands in brackets, behind "__c" of a field of one's own, and without a currency code at its end
// ("Amount (USD)", "Amount__c", "Amount EUR"); last, without a noun that programs put before or behind ("Deal - Title", "opportunity_amount").
struct HeadingKeys {
    std::string whole;
    std::vector<std::string> plain;
    std::vector<std::string> bare;
};
HeadingKeys heading_keys(std::string_view heading, std::span<const std::string> noun_keys);
std::vector<std::string> noun_keys_of(std::span<const ImportVocabulary> vocabularies);

// The headings of all programs and languages together, and what small print begins with.
class KnownHeadings {
public:
    explicit KnownHeadings(std::span<const ImportVocabulary> vocabularies);
    bool knows(std::string_view cell) const;
    bool begins_footer(std::string_view text) const;

private:
    std::unordered_set<std::string> keys_;
    std::vector<std::string> nouns_;
    std::vector<std::string> footers_;
};

// The words of all languages together. What was asked once is remembered: a column repeats its few values.
class ImportWords {
public:
    // What was `asked` counts before all words, for the whole of a text.
    explicit ImportWords(std::span<const ImportVocabulary> vocabularies, std::span<const WordMeaning> asked = {});

    // What was asked about that very text before.
    std::optional<ImportedOutcome> asked(std::string_view text) const;
    // What a stage or status says; nothing: none of its words is known. A text that says both, won and lost, is `unclear`.
    std::optional<ImportedOutcome> outcome(std::string_view text);
    std::optional<Role> role(std::string_view text);
    std::optional<Function> function(std::string_view text);
    bool is_yes(std::string_view text) const;
    // Whether a row that begins so holds sums, not a deal.
    bool begins_totals(std::string_view first_value) const;

private:
    template <typename E>
    struct Table {
        struct Phrase {
            std::string key;
            E value;
        };
        std::vector<Phrase> phrases;
        std::unordered_map<std::string, std::optional<E>> known;

        void add(const std::string& words, E value) { phrases.push_back({words_key(words), value}); }
        // The longest phrase that stands in the text; the first of equally long ones.
        std::optional<E> find(std::string_view text);
    };

    std::optional<ImportedOutcome> judge(std::string_view text) const;

    Table<ImportedOutcome> outcomes_;
    std::unordered_map<std::string, ImportedOutcome> asked_; // only looked up
    Table<Role> roles_;
    Table<Function> functions_;
    std::vector<std::string> yes_;
    std::vector<std::string> totals_;
};

}
