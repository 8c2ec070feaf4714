#pragma once

#include "core/base/typed/typed_date.hpp"
#include "core/base/typed/typed_date_words.hpp"

namespace middleground {

// The forms of a typed day are tried one after the other at one token; the longest is the answer.

// whole: the text is a day and nothing else, so that "Jul 27", names cut short and "2 weeks" are taken as one.
enum class PhraseScope : std::uint8_t { whole, inside };

struct PhraseRules {
    Date today;
    DateDirection lean = DateDirection::nearest;
    PhraseScope scope = PhraseScope::whole;
    PeriodDay period = PeriodDay::first;
};

struct FoundPhrase {
    std::size_t end = 0; // the first token behind it
    DateReading day;     // an error where the form is that of a day but no such day exists
    PhraseStrength strength = PhraseStrength::strong;
};
std::optional<FoundPhrase> longest_phrase(const std::vector<Token>& tokens, std::size_t at, const PhraseRules& rules);

}
