#pragma once

#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// The day on which the deal is wanted.
struct TargetDay {
    bool operator==(const TargetDay&) const = default;
};

// Something that is to come, or that was to come and has not: its day may have passed, and it may have none.
struct ComingUp {
    std::variant<CommitmentId, PromiseId, InteractionId, TargetDay> about; // InteractionId: the step that was planned in it
    std::optional<Date> on;
    std::string what; // "Call Judith", "We promised: Payback sheet"

    bool is_late(Date today) const { return on && *on < today; }
};

// Open, and whom it was made to is still there: what was promised to somebody who has left is seen with them and asked of nobody any more.
bool is_owed(const Deal& deal, const OurPromise& promise);

// The step that was planned in the interaction, while nobody said that it happened or was dropped. Null otherwise.
const NextStep* planned_step(const Interaction& interaction);
// "Call Judith"; of a step without words what it is about.
std::string next_step_words(const Deal& deal, const NextStep& next);

// Open commitments with a date, our promises that are owed, planned next steps and the target; the earliest day first, then what has
// no day, each in the deal's order. Of a deal that has ended only our promises are left, and of one that was won the steps that were
// planned.
std::vector<ComingUp> coming_up(const Deal& deal);
// The days of these, for calendars: in order, a day with several things as often.
std::vector<Date> days_coming_up(const Deal& deal);

}
