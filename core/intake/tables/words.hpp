#pragma once

#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace middleground {

// "Deal - Title *" -> "dealtitle": letters and digits in lower case.
std::string heading_key(std::string_view text);
// "Closed (Won)" -> " closed won ": words in lower case with a space around each, so that whole words can be looked for.
std::string words_key(std::string_view text);

// The words of all languages together. What was asked once is remembered: a column repeats its few values.
class ImportWords {
public:
    explicit ImportWords(std::span<const ImportVocabulary> vocabularies);

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

    Table<ImportedOutcome> outcomes_;
    Table<Role> roles_;
    Table<Function> functions_;
    std::vector<std::string> yes_;
    std::vector<std::string> totals_;
};

}
