#pragma once

#include "core/model/words/said_patterns.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace middleground {

// The kinds of wording that cost trust, one class each (MODEL: wording check).
enum class WordingClass : std::uint8_t { tie_down, false_urgency, assumed_close, guilt, seller_first, vague, pressure };

// One pattern of a language. `match` is a row of whole words, compared without case: "only|just this week". "|" separates alternatives of
// one word; "*" between two words stands for up to four others; a "?" at the end wants the question to end there. Marks that end a sentence
// are not matched over.
struct WordingPattern {
    WordingClass kind = WordingClass::vague;
    std::string match;
    std::string why;     // what it does to the reader
    std::string instead; // a softer and more direct wording

    bool operator==(const WordingPattern&) const = default;
};

// What texts are searched for, in one language: assets/wording/<language>.json, read by core/files.
struct WordingTable {
    std::string language; // "en"
    std::vector<WordingPattern> patterns;
    std::shared_ptr<const SaidPatterns> said = {}; // made ready once, as that takes longer than reading a deal; null: nothing is read from prose
};

}
