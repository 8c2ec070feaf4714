#pragma once

#include "core/model/edit/edit.hpp"

#include <algorithm>
#include <vector>

// What each edit does, before the result is checked; only core/model uses it. On an error the deal may be half changed: apply throws that
// copy away.
namespace middleground::edit_steps {

using Outcome = Result<void>;

Outcome change(Deal& deal, const edit::SetDeal& edit, Date today);
Outcome change(Deal& deal, const edit::SetTarget& edit, Date today);
Outcome change(Deal& deal, const edit::SetOutcome& edit, Date today);
Outcome change(Deal& deal, const edit::SetAlternatives& edit, Date today);
Outcome change(Deal& deal, const edit::PutStakeholder& edit, Date today);
Outcome change(Deal& deal, const edit::RemoveStakeholder& edit, Date today);
Outcome change(Deal& deal, const edit::SetStance& edit, Date today);
Outcome change(Deal& deal, const edit::SetInfluence& edit, Date today);
Outcome change(Deal& deal, const edit::PutCommitment& edit, Date today);
Outcome change(Deal& deal, const edit::RemoveCommitment& edit, Date today);
Outcome change(Deal& deal, const edit::MoveCommitment& edit, Date today);
Outcome change(Deal& deal, const edit::AddCommitmentEvent& edit, Date today);
Outcome change(Deal& deal, const edit::PutInteraction& edit, Date today);
Outcome change(Deal& deal, const edit::RemoveInteraction& edit, Date today);
Outcome change(Deal& deal, const edit::PutConcern& edit, Date today);
Outcome change(Deal& deal, const edit::RemoveConcern& edit, Date today);
Outcome change(Deal& deal, const edit::AddConcernEvent& edit, Date today);
Outcome change(Deal& deal, const edit::PutPromise& edit, Date today);
Outcome change(Deal& deal, const edit::RemovePromise& edit, Date today);
Outcome change(Deal& deal, const edit::AddPromiseEvent& edit, Date today);
Outcome change(Deal& deal, const edit::StartPlan& edit, Date today);
Outcome change(Deal& deal, const edit::MoveStakeholder& edit, Date today);
Outcome change(Deal& deal, const edit::SetNextStep& edit, Date today);
Outcome change(Deal& deal, const edit::SetSnooze& edit, Date today);
Outcome change(Deal& deal, const edit::MergePeople& edit, Date today);
Outcome change(Deal& deal, const edit::SetField& edit, Date today);

// Takes a commitment out without a trace, whatever happened to it; what waited for it waits for its prerequisites. None may decide then.
void take_out(Deal& deal, const CommitmentId& id);
// Puts the event where its day belongs. Refuses an illegal move, setting the decision aside, and what contradicts an event of a later day,
// with the commitment's title and the days in words.
Outcome append_event(Commitment& commitment, CommitmentEvent event, Date today);

// "That person is not in the deal any more"
std::unexpected<Error> gone(std::string_view thing);
// The name as it begins or stands in a sentence, or `otherwise` when it is empty.
std::string named(std::string_view name, std::string_view otherwise);

// Moves one element of the list to the index `to`, which is clamped. False when there is none of that id.
template <typename T, typename I>
bool move_in(std::vector<T>& list, const I& id, int to) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& thing) { return thing.id == id; });
    if (found == list.end()) return false;
    const auto place = list.begin() + std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(list.size()) - 1);
    if (found < place) {
        std::rotate(found, found + 1, place + 1);
    } else {
        std::rotate(place, found, found + 1);
    }
    return true;
}

template <typename T, typename I>
T* find_in(std::vector<T>& things, const I& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const T& thing) { return thing.id == id; });
    return id.empty() || found == things.end() ? nullptr : &*found;
}

}
