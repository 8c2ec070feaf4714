#pragma once

#include "app/session/derived.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/plan/plan.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the commitments page says and offers, without drawing.

// "3 of 10 kept, 2 ready to ask"
std::string commitments_title(const Derived& derived);
// "Next: Ask Elena Brandt for “Build consensus”. The last one was kept 12 days ago."
std::string commitments_line(const Derived& derived, Date today);

// A commitment that was agreed and whose day has passed.
bool is_late(const PlanItem& item, Date today);
// Titles of the prerequisites that are not kept: "Change and Review"; empty when nothing is in the way.
std::string waits_for_words(const Deal& deal, const Commitment& commitment);

// Places of the commitments that this one may wait for: not itself and nothing that waits for it, directly or not.
std::vector<int> possible_prerequisites(const Deal& deal, const CommitmentId& id);

// The move in the deal's list that brings it one place up (down) in the plan; nothing when a prerequisite is in the way.
std::optional<edit::MoveCommitment> move_up(const Deal& deal, const Derived& derived, const CommitmentId& id);
std::optional<edit::MoveCommitment> move_down(const Deal& deal, const Derived& derived, const CommitmentId& id);

// What can happen in that state, the usual one first.
struct CommitmentMove {
    CommitmentEventKind kind = CommitmentEventKind::asked;
    std::string_view label; // "Mark as asked"
    std::string_view brief; // in a row of the table: "Mark asked"
};
std::vector<CommitmentMove> moves_from(CommitmentState state);
// How it can be taken out of the plan and stay in the deal: not needed, dropped. None for what is kept, set aside, or the decision.
std::vector<CommitmentMove> ways_out_of(const Commitment& commitment);
// Whether edit::RemoveCommitment takes it away for good, so that a button may say so.
bool can_be_removed(const Commitment& commitment);
// The event of a move, with whom it is about: those who have to agree, else the owner.
CommitmentEvent event_of(const Commitment& commitment, CommitmentEventKind kind, Date on, std::string why);

// What a commitment's state and history are called. `item` is always the plan's item of that commitment.

// "Kept 21 Apr", "Agreed, due 19 Jun", "Asked by them on 15 Jun", "Declined, not before 1 Oct", "Ready for 12 days", "Waits for 3",
// "Not needed". A day before which nothing happens is said until it has come.
std::string plan_words(const PlanItem& item, const Commitment& commitment, Date today);
// The same for a node, shorter: "Due 19 Jun", "By them 15 Jun", "From 1 Oct" of what is put off until then, "Ready 12 days".
std::string plan_words_short(const PlanItem& item, const Commitment& commitment, Date today);
// Why it is where it is, as somebody wrote it; empty unless it was declined, broken, dropped or not needed with a reason.
std::string reason_of(const Commitment& commitment);

// "They asked for it on 15 Jun", "Elena Brandt asked for it on 15 Jun": while it is asked for and nobody answered. Empty when we asked.
std::string their_ask_words(const Deal& deal, const Commitment& commitment, Date today);

// What a person said to it last: "Agreed", "Declined", "No answer yet", "Asked for it", "Not asked yet".
std::string_view answer_words(const Commitment& commitment, const StakeholderId& person);

// "Elena Brandt agreed", "Declined: no budget before autumn", "Due date 19 Jun".
std::string event_words(const Deal& deal, const CommitmentEvent& event, Date today);

}
