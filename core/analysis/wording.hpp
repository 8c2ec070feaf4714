#pragma once

#include "core/model/words/wording_table.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// One place of a text that costs trust. `begin` and `end` are byte offsets into the UTF-8 text, on code point borders.
struct WordingHit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    WordingClass kind = WordingClass::vague;
    std::string why;
    std::string instead;

    bool operator==(const WordingHit&) const = default;
};

// A table made ready once for checking many texts: reading its patterns costs far more than one short text. The table outlives it.
class WordingCheck {
public:
    explicit WordingCheck(const WordingTable& table);

    // As check_wording.
    std::vector<WordingHit> hits(std::string_view text) const;

    // One word of a pattern, with what may stand in its place.
    struct Element {
        std::vector<std::string> choices;
        bool after_gap = false;
    };
    struct Pattern {
        std::vector<Element> elements;
        bool question = false;
    };

private:
    const WordingTable& table_;
    std::vector<Pattern> patterns_;                           // one for each of the table's
    std::multimap<std::string, std::uint32_t> by_first_word_; // places in patterns_
};

// In the order of the text; where two overlap, the longer one. Any bytes are allowed: ill-formed UTF-8 never matches and never crashes.
// Linear in the text's length for a given table.
std::vector<WordingHit> check_wording(std::string_view text, const WordingTable& table);

// Push wording is what the balance counts: all classes except vague.
bool is_hard_sell(WordingClass kind);

}
