#pragma once

#include "core/model/deal.hpp"
#include "core/model/plan/plan.hpp"

#include <optional>
#include <string>

namespace middleground {

// What a commitment's state and history are called. `item` is always the plan's item of that commitment.

// "Kept 21 Apr", "Agreed, due 19 Jun", "Asked by them on 15 Jun", "Declined, not before 1 Oct", "Ready for 12 days", "Waits for 3",
// "Not needed". A day before which nothing happens is said until it has come.
std::string plan_words(const PlanItem& item, const Commitment& commitment, Date today);
// The same for a node, shorter: "Due 19 Jun", "By them 15 Jun", "Not before 1 Oct", "Ready 12 days".
std::string plan_words_short(const PlanItem& item, const Commitment& commitment, Date today);
// Why it is where it is, as somebody wrote it; empty unless it was declined, broken, dropped or not needed with a reason.
std::string reason_of(const Commitment& commitment);

// "They asked for it on 15 Jun", "Elena Brandt asked for it on 15 Jun": while it is asked for and nobody answered. Empty when we asked.
std::string their_ask_words(const Deal& deal, const Commitment& commitment, Date today);

// "Elena Brandt agreed", "Declined: no budget before autumn", "Due date 19 Jun".
std::string event_words(const Deal& deal, const CommitmentEvent& event, Date today);

}
