#pragma once

#include "core/model/commitment.hpp"
#include "core/model/interaction.hpp"

#include <string>
#include <vector>

namespace middleground {

// Words for one way to talk: "called" of a call.
struct LogKindWords {
    InteractionKind kind = InteractionKind::meeting;
    Direction direction = Direction::mutual;
    std::vector<std::string> words;

    bool operator==(const LogKindWords&) const = default;
};
// Words for one answer: "said no" of declined. `asked` is the question itself.
struct LogAnswerWords {
    CommitmentEventKind answer = CommitmentEventKind::asked;
    std::vector<std::string> words;

    bool operator==(const LogAnswerWords&) const = default;
};
// Small words before a name that say who began: "from" of inbound.
struct LogDirectionWords {
    Direction direction = Direction::mutual;
    std::vector<std::string> words;

    bool operator==(const LogDirectionWords&) const = default;
};

// The words by which a line of the log is understood, of one language: assets/log/<language>.json, read by core/files. Each is a row of whole
// words, compared without case and accents.
struct LogWords {
    std::string language; // "en"

    // What a line begins with.
    std::vector<LogKindWords> kinds;       // before the people: "call Marcus", "email from Priya"
    std::vector<LogKindWords> their_kinds; // behind them: "Tom called"
    std::vector<LogDirectionWords> directions;
    std::vector<std::string> before_kinds; // "had a quick"
    std::vector<std::string> after_kinds;  // what may follow without people: "about", "went"
    std::vector<std::string> before_names; // "the", "Mr"
    std::vector<std::string> before_days;  // "on"
    std::vector<std::string> places;       // before where it was: "in Ulm"
    std::vector<std::string> topics;       // before what it was about, ahead of the people: "about prices with Petra"

    // What is said in it.
    std::vector<LogAnswerWords> answers;
    std::vector<LogAnswerWords> short_answers; // only right behind a commitment: "invest: no"
    std::vector<std::string> their_asks;       // of somebody of theirs: "asked us for"
    std::vector<std::string> before_asks;      // between "asked" and the commitment: "for", "him to"
    std::vector<std::string> before_answers;   // between the commitment and the answer: "was"
    std::vector<std::string> reasons;          // "because"
    std::vector<std::string> by;               // before the day by which something is to be done
    std::vector<std::string> not_before;       // before the day before which nothing happens: "not before"
    std::vector<std::string> we;               // "I", "we"
    std::vector<std::string> they;             // "he", "she", "they"
    std::vector<std::string> given;            // "sent", "gave"
    std::vector<std::string> mailing;          // those of `given` that go by mail: "sent"
    std::vector<std::string> promises;         // "I will", "todo"
    std::vector<std::string> promised;         // ours only with whom it was promised to behind it: "promised her"
    std::vector<std::string> sending;          // verbs that need not be said again: "send" of "send the sheet"
    std::vector<std::string> doing;            // verbs that belong to what is promised: "prepare", "check"
    std::vector<std::string> next;             // "next", "next step"
    std::vector<std::string> meeting_again;    // verbs of a next step: "meet again", "call back"
    std::vector<std::string> concerns;         // what follows is the concern: "worried about"
    std::vector<std::string> concern_signs;    // the clause is the concern: "frozen", "too"
    std::vector<std::string> concern_ends;     // it is no concern any more: "resolved"
    std::vector<std::string> questions;        // what follows is a question of theirs: "wants to know"

    // Small words.
    std::vector<std::string> statements; // what says how something is, and promises nothing: "is", "was"
    std::vector<std::string> subclauses; // behind these it is said of something else: "send what is missing"
    std::vector<std::string> doubts;     // what follows did not happen, or not yet: "not", "if", "might"
    std::vector<std::string> articles;   // "the", "our"
    std::vector<std::string> joins;      // "and", "plus"
    std::vector<std::string> common;     // never a name that nobody has, never the beginning of one: "the", "him"
    std::vector<std::string> names_too;  // words that are names as well: "will", "mark"

    bool operator==(const LogWords&) const = default;
};

}
