#pragma once

#include "core/model/deal.hpp"

#include <vector>

namespace middleground {

// Where a commitment stands for the person who looks at the plan. Derived, never stored.
// ready: not asked yet (planned), every prerequisite kept. waiting: planned, some prerequisite not kept.
enum class PlanState : std::uint8_t { kept, agreed, asked, ready, waiting, declined, broken };

struct PlanItem {
    CommitmentId id;
    PlanState state = PlanState::waiting;
    int waits_for = 0; // prerequisites that are not kept
    Date since; // kept, agreed, asked, declined, broken: the day of it; ready: the day the last prerequisite was kept, or the deal opened,
                // or it was added or reopened, whichever is last; waiting: created
    std::optional<Date> due;
    int layer = 0;                   // longest chain of prerequisites before it, 0 = none
    bool on_way_to_decision = false; // the deciding commitment or an ancestor of it
};

// Every commitment in prerequisite order: a prerequisite stands before what waits for it; among equals the user's order.
// Prerequisites that dangle or form a cycle are ignored (validate reports them), so this never fails.
std::vector<PlanItem> plan_of(const Deal& deal);

// What can be asked for or pursued now: every not kept commitment whose prerequisites are kept, in plan order.
// Deals that are closed have none; what has no title yet is left out (unnamed_commitments.hpp).
std::vector<PlanItem> ready_next(const Deal& deal);

int kept_count(const Deal& deal);
// The deciding commitment of a deal that is open, once it was kept; null otherwise.
const Commitment* kept_decision(const Deal& deal);
// The day of the last interaction that was not one-way outbound and in which this person took part.
std::optional<Date> last_heard(const Deal& deal, const StakeholderId& person);
// The day on which a commitment was last kept.
std::optional<Date> last_kept(const Deal& deal);

}
