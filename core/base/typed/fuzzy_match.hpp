#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// How well a text fits what was typed, 0: not at all. From the best: the whole text, its beginning, whole words, beginnings of words,
// initials or beginnings of following words ("mo", "marol": Marcus Olsen), insides of words; and guesses: letters of one word in their
// order ("mrcs"), one or two slips ("forcast", "lgo").
struct Fit {
    int points = 0;
    bool guessed = false; // a word was found only by its letters, or with slips

    explicit operator bool() const { return points > 0; }
    bool operator==(const Fit&) const = default;
};

// Guessing takes longest: long lists stop once they have guesses enough.
enum class Guessing : std::uint8_t { yes, no };

// What was typed to search with, made ready once for many texts. Letters are compared as `plain_letters` has them ("muller" finds
// Müller); the order of the words does not matter, each has to fit somewhere. Of what was typed the first 100 bytes count, of a text the
// first 300 for slips and the first 4,000 for all else, so that no text takes long.
class FuzzyQuery {
public:
    explicit FuzzyQuery(std::string_view typed);

    // Nothing was typed: everything fits, equally.
    bool empty() const { return words_.empty(); }
    // Bytes of its words.
    std::size_t letters() const;
    Fit fit(std::string_view text, Guessing guessing = Guessing::yes) const;
    // Words that `text` does not have may stand in `more`, literally.
    Fit fit(std::string_view text, std::string_view more, Guessing guessing = Guessing::yes) const;

private:
    struct Word {
        std::string letters;
        std::u32string points; // the same
        std::uint32_t set = 0; // which of the letters a to z
        int slips = 0;         // that are forgiven
    };
    bool may_fit(std::string_view text, std::string_view more) const;

    std::string whole_;
    std::vector<Word> words_;
};

}
