#pragma once

#include "core/model/deal.hpp"

#include <vector>

namespace middleground {

// Where a commitment stands for the person who looks at the plan. Derived, never stored.
// ready: not asked yet (planned), every prerequisite kept or set aside. waiting: planned, some prerequisite open.
// dropped, not_needed: set aside, out of the way: what waits for it waits for what that waits for.
enum class PlanState : std::uint8_t { kept, agreed, asked, ready, waiting, declined, broken, dropped, not_needed };

inline bool is_set_aside(PlanState state) {
    return state == PlanState::dropped || state == PlanState::not_needed;
}
// Neither kept nor set aside.
inline bool is_open(PlanState state) {
    return state != PlanState::kept && !is_set_aside(state);
}

struct PlanItem {
    CommitmentId id;
    PlanState state = PlanState::waiting;
    int waits_for = 0; // prerequisites that are open
    Date since; // ready: the day the last prerequisite was kept or set aside, or the deal opened, or it was added or reopened, whichever is
                // last; waiting: created; else the day of it
    std::optional<Date> due;
    int layer = 0;                   // longest chain of prerequisites before it, 0 = none
    bool on_way_to_decision = false; // the deciding commitment or an ancestor of it
};

// Every commitment in prerequisite order: a prerequisite stands before what waits for it; among equals the user's order.
// Prerequisites that dangle or form a cycle are ignored (validate reports them), so this never fails.
std::vector<PlanItem> plan_of(const Deal& deal);

// What can be asked for or pursued now: every open commitment whose prerequisites are kept or set aside, in plan order.
// Deals that are closed have none; what has no title yet is left out (unnamed_commitments.hpp).
std::vector<PlanItem> ready_next(const Deal& deal);

int kept_count(const Deal& deal);
// How many commitments count: those that are not set aside.
int step_count(const Deal& deal);
// The deciding commitment of a deal that is open, once it was kept; null otherwise.
const Commitment* kept_decision(const Deal& deal);
// How many people are on the deal now: whoever has left is not one of the group.
int present_count(const Deal& deal);
// The day of the last interaction that was not one-way outbound and in which this person took part.
std::optional<Date> last_heard(const Deal& deal, const StakeholderId& person);
// The day on which a commitment was last kept.
std::optional<Date> last_kept(const Deal& deal);

}
