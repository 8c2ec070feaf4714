#pragma once

#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <vector>

namespace middleground {

// Where a deal as a whole stands, from its own records: what asks, findings and balance share.

inline constexpr int usual_cadence_days = 14; // of a deal without a playbook
inline constexpr int cadences_until_quiet = 3;

int cadence_of(const Playbook* playbook);

// Somebody of the deal who has not left.
bool is_present(const Deal& deal, const StakeholderId& id);
// Decision maker or approver, and still there.
bool has_a_veto(const Stakeholder& person);
// Opposed or sceptical.
bool is_against(const Stakeholder& person);
// Left, and was a champion or could stop it.
bool was_sponsor(const Stakeholder& person);
// Whether somebody who is there has the part of one who left.
bool is_replaced(const Deal& deal, const Stakeholder& gone);
// Was a sponsor, and nobody has followed.
bool is_missed_sponsor(const Deal& deal, const Stakeholder& person);
// Opens doors or runs the procedure: whom one may ask when the buyer leads.
bool runs_the_procedure(const Stakeholder& person);

// The day before which nothing happens about the commitment, as they said with an answer about it, or as one of its people (of the decision:
// of those who can stop it) said for themselves. Nothing when that day has come.
std::optional<Date> held_until(const Deal& deal, const Commitment& commitment, Date today);
// The last day of theirs that holds the decision back, or nothing.
std::optional<Date> decision_held_until(const Deal& deal, Date today);
// The day that this person named with what they think now, if it is still to come.
std::optional<Date> day_named_by(const Stakeholder& person, Date today);

// In a process that the buyer leads, waiting for the next day of their schedule is right.
bool waits_for_buyer(const Deal& deal, Date today);

// Our messages and calls since the buyer last did something, which nobody answered.
std::vector<const Interaction*> unanswered_since_their_last_act(const Deal& deal, Date today);
// Nothing has come from them for more than three cadences, and our last messages are unanswered. Not while they wait for a day that they
// named or for one of their own schedule.
bool has_gone_quiet(const Deal& deal, const Playbook* playbook, Date today);

// A message or call of theirs after which nobody of us has talked or written to one of its people who are still there.
struct TheirMessage {
    const Interaction* interaction = nullptr;
    std::vector<StakeholderId> from; // those people; each stands with their latest message only
};
std::vector<TheirMessage> messages_to_answer(const Deal& deal);

}
