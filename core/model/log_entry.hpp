#pragma once

#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What was answered in an interaction about one commitment.
struct EntryAnswer {
    CommitmentId commitment;
    CommitmentEventKind kind = CommitmentEventKind::asked; // asked: no answer is recorded for it
    std::string why;                                       // of declined and broken, may be empty
    std::optional<Date> due;                               // of agreed: the day that was agreed with it
    std::optional<Date> not_before = {};                   // of agreed and declined: nothing happens before that day

    bool operator==(const EntryAnswer&) const = default;
};

// What was asked for in it with what is recorded of the answers, and answers to what it did not ask for; first in the order of its asks,
// then in the deal's.
std::vector<EntryAnswer> answers_in(const Deal& deal, const Interaction& interaction);

// Who asked for that commitment in it; by the direction of the interaction when no such event is recorded.
Asker asker_in(const Commitment& commitment, const Interaction& interaction);

// What we promised in it: nothing says so in the deal, so promises belong to an interaction of the day on which they were made that has the person, or, when they were made
// to everybody, of that day: the last that has their words, else the last, but rather none that is an invitation taken in from a calendar.
std::vector<PromiseId> promises_in(const Deal& deal, const Interaction& interaction);

// "Call from Priya Nair"; without people only what it was.
std::string entry_title(const Deal& deal, const Interaction& interaction);

}
