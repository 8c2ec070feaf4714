#pragma once

#include "core/analysis/subject.hpp"
#include "core/base/date.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <vector>

namespace middleground {

// What happened to a deal between two days, as its own records say it, and the deal as it would be without some of that: what explains why a
// chance is another one now. Only what carries a day is there: a role that was corrected, a competitor that was named, a person who was taken
// out leave none.

enum class ChangeKind : std::uint8_t {
    said,       // a fact that stands in prose only (core/analysis/said)
    stance,     // what somebody thinks, or the day before which they let nothing happen
    left,       // somebody is no longer there
    commitment, // asked for, answered, kept, broken, dropped, given another day
    concern,    // raised, answered, settled, raised again; a question of theirs as well
    promise,    // of ours: made, kept, broken
    unanswered, // messages and calls of ours that nobody answered
    contact,    // whatever they took part in
    influences, // who listens to whom was written down
    planned,    // a commitment was added to the plan
    person,     // somebody was added
    others      // earlier ones than can be told one by one
};

// All that happened to one thing in that time: of somebody who became sceptical on Monday and opposed on Thursday, one change.
struct DealChange {
    ChangeKind kind = ChangeKind::stance;
    Date on;       // the last day on which something of it happened
    Subject about = Function::other; // the thing; of contact and unanswered the last interaction; of influences and others nothing
    int count = 1; // of contact, unanswered, influences, others: how many
    std::string said; // of a fact in prose: its words, and whose or which it is in `about`

    bool operator==(const DealChange&) const = default;
};

// After `after`, until `until`, the latest first; of one day in the order of the kinds, so that what somebody did comes before that they came.
// `prose`: what the deal says in its texts (Assessment::said).
struct SaidFact;
std::vector<DealChange> changes_between(const Deal& deal, const std::vector<SaidFact>& prose, Date after, Date until);

// Takes that back: everything of it after `after`. Days later than that only, so that what is known from before stays. Not for edits: what it
// gives is never stored. The deciding commitment loses what was said of it, and stays.
void take_back(Deal& deal, const DealChange& change, Date after);
// The deal as it was by the end of that day, as far as its records say.
void take_back_all(Deal& deal, Date after);

}
