#pragma once

#include "core/base/typed/log_tokens.hpp"
#include "core/model/words/log_words.hpp"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace middleground {

// The lists of LogWords, each by its member's name.
enum class LogList : std::uint8_t {
    kinds,
    their_kinds,
    directions,
    before_kinds,
    after_kinds,
    before_names,
    before_days,
    places,
    topics,
    answers,
    short_answers,
    their_asks,
    before_asks,
    before_answers,
    reasons,
    by,
    not_before,
    we,
    they,
    given,
    mailing,
    promises,
    promised,
    sending,
    doing,
    next,
    meeting_again,
    concerns,
    concern_signs,
    concern_ends,
    questions,
    statements,
    subclauses,
    doubts,
    articles,
    joins,
    common,
    names_too
};

struct PhraseMatch {
    std::size_t count = 0;   // words; 0: none
    std::uint32_t entry = 0; // place of the entry in lists of entries (kinds, answers ...)

    explicit operator bool() const { return count > 0; }
};

// LogWords made ready for looking up.
class LogPhrases {
public:
    explicit LogPhrases(const LogWords& words);

    // The longest row of words of the list that begins the tokens. Words of one row have no more than "+" between them.
    PhraseMatch match(LogList list, std::span<const LogToken> tokens) const;
    const LogWords& words() const { return words_; }

private:
    struct Phrase {
        LogList list = LogList::common;
        std::uint32_t entry = 0;
        std::vector<std::string> keys;
    };

    void add(LogList list, std::uint32_t entry, const std::vector<std::string>& phrases);

    const LogWords& words_;
    std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
};

}
