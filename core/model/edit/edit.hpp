#pragma once

#include "core/base/error.hpp"
#include "core/base/one_of.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// Everything that can be done to a deal, as values. Ids of new things are made by the caller (Id::make) and are part of the edit,
// so that applying the same edit twice gives the same deal.
namespace edit {

// The deal's own facts; unset members stay as they are.
struct SetDeal {
    std::optional<std::string> title;
    std::optional<std::string> account;
    std::optional<std::optional<Money>> amount;
    std::optional<std::string> seller;
    std::optional<Date> opened;
    std::optional<Process> process;
    std::optional<int> expected_group_size;
    std::optional<std::string> notes;
    std::optional<std::string> playbook; // id; the commitments stay
    std::optional<std::optional<Playbook>> planned_with; // Deal::planned_with
    std::optional<std::vector<Tag>> tags;
    std::optional<std::vector<DocumentLink>> links;
    std::optional<std::string> lesson;
    std::optional<Client> client;
    std::optional<std::optional<OwnBase>> own_base;
};
struct SetTarget {
    TargetEvent event;
};
struct SetOutcome {
    Outcome outcome;
};
struct SetAlternatives {
    std::vector<Alternative> alternatives;
};

// Put: adds at the end when the id is new, replaces in place when it exists. The stances of an existing person are kept unless they only
// grow (append-only).
struct PutStakeholder {
    Stakeholder stakeholder;
};
// Also takes the person out of every list that names them, with their influence lines and concerns.
struct RemoveStakeholder {
    StakeholderId id;
};
// Two people are one: what names `gone` names `kept` from then on (merge_people.hpp). `kept` is how that person is afterwards, with the id of
// somebody in the deal; the stances of both stay. core/merge/doubles makes it so that nothing of either is lost.
struct MergePeople {
    StakeholderId gone;
    Stakeholder kept;
};
// `to` is the new index in the list, 0-based.
struct MoveStakeholder {
    StakeholderId id;
    int to = 0;
};
struct SetStance {
    StakeholderId id;
    StanceEvent event;
};
// weight_milli 0 removes the line.
struct SetInfluence {
    StakeholderId from;
    StakeholderId to;
    int weight_milli = 0;
    Date on;
};

// Put for everything but the events of an existing commitment, which stay as they are. Setting `decides` takes it from the one that had it.
struct PutCommitment {
    Commitment commitment;
};
// What was never asked for, or is kept, goes; what waited for it then waits for its prerequisites. What was asked for and is open stays as
// dropped (is_dropped_by_removal), and once it is set aside it is not removed at all: it can be reopened.
struct RemoveCommitment {
    CommitmentId id;
};
// Commitments for a deal that has none, and what else its playbook says of it.
struct StartPlan {
    std::string playbook; // id
    std::string title;    // of the playbook, for people
    Process process = Process::seller_led;
    int expected_group_size = 7;
    std::vector<Commitment> commitments;
    std::optional<Playbook> planned_with = {}; // Deal::planned_with
};
// `to` is the new index in the list, 0-based.
struct MoveCommitment {
    CommitmentId id;
    int to = 0;
};
struct AddCommitmentEvent {
    CommitmentId id;
    CommitmentEvent event;
};

// What was answered in an interaction about one commitment.
struct Answer {
    CommitmentId commitment;
    CommitmentEvent event; // agreed, declined, kept or broken; may be followed by a due event
};
// A new interaction records an "asked" event for each commitment in its asks (where asked fits that day: fits_on) and then the answers. They asked
// for what `their_asks` names and, in one that began with them, for what they give no answer to: an answer is one to us.
// Replacing an existing one leaves the events of commitments alone.
struct PutInteraction {
    Interaction interaction;
    std::vector<Answer> answers;
    std::vector<CommitmentId> their_asks = {};
};
// The events that came from it stay, without the reference.
struct RemoveInteraction {
    InteractionId id;
};

// What became of the step that was planned in an interaction.
struct SetNextStep {
    InteractionId id;
    NextStepState state = NextStepState::happened;
};

// Puts one thing of the list of what to do off until that day, or with none takes it up again. What was put off until a day that has come
// is forgotten with it.
struct SetSnooze {
    std::string what; // Snooze::what
    std::optional<Date> until;
    Date on; // today
};

// One field of one's own: of the deal, or of a person. What has no value is taken out; another name for one that is there renames it.
struct SetField {
    StakeholderId person; // empty: the deal's
    std::string name;     // which one, by the name that it has or gets
    OwnField field;
};

struct PutConcern {
    Concern concern; // events of an existing one stay
};
struct RemoveConcern {
    ConcernId id;
};
struct AddConcernEvent {
    ConcernId id;
    ConcernEvent event;
};

struct PutPromise {
    OurPromise promise; // events of an existing one stay
};
struct RemovePromise {
    PromiseId id;
};
struct AddPromiseEvent {
    PromiseId id;
    PromiseEvent event;
};

}

using AnyEdit = std::variant<edit::SetDeal, edit::SetTarget, edit::SetOutcome, edit::SetAlternatives, edit::PutStakeholder,
                             edit::RemoveStakeholder, edit::SetStance, edit::SetInfluence, edit::PutCommitment, edit::RemoveCommitment,
                             edit::MoveCommitment, edit::AddCommitmentEvent, edit::PutInteraction, edit::RemoveInteraction,
                             edit::PutConcern, edit::RemoveConcern, edit::AddConcernEvent, edit::PutPromise, edit::RemovePromise,
                             edit::AddPromiseEvent, edit::StartPlan, edit::MoveStakeholder, edit::SetNextStep, edit::SetSnooze, edit::MergePeople, edit::SetField>;
extern template class OneOf<AnyEdit>;
struct Edit : OneOf<AnyEdit> {
    using OneOf::OneOf;
};

// The deal after the edit, or why not; then nothing changed. A deal that was valid stays valid: the result is checked with validate(deal,
// today).
Result<Deal> apply(Deal deal, const Edit& edit, Date today);

// What the edit did, for the undo tooltip and the toast, in the words of the product: "Asked Elena Brandt: Build consensus", "Added Tom
// Hadley". `before` is the deal that the edit was applied to.
std::string describe(const Deal& before, const Edit& edit);

}
