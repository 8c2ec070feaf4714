#pragma once

#include "core/intake/log/log_phrases.hpp"
#include "core/model/deal.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace middleground {

struct TitleMatch {
    std::size_t count = 0; // words
    CommitmentId commitment;
    bool whole = false; // all words of its title

    explicit operator bool() const { return count > 0; }
};

// The titles of a deal's commitments: whole, or words in a row that no other title has ("consensus" of "Build consensus").
class LogTitles {
public:
    LogTitles(const Deal& deal, const LogPhrases& phrases);

    // The longest title or part of one that begins the tokens; nothing when two commitments fit equally well.
    TitleMatch match(std::span<const LogToken> tokens) const;

private:
    struct Title {
        CommitmentId id;
        std::vector<std::string> words;
    };
    struct Place {
        std::uint32_t title = 0;
        std::uint32_t word = 0;
    };

    bool says_enough(const std::string& word) const;

    const LogPhrases& phrases_;
    std::vector<Title> titles_;
    std::map<std::string, std::vector<Place>, std::less<>> by_word_;
};

}
