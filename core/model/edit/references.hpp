#pragma once

#include "core/model/deal.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

// Calls `each(id)` for everything in the deal that names another thing of it: a StakeholderId, CommitmentId, InteractionId or ConcernId that
// may be changed. Empty ones too. Not for the own ids of things, and not for what is put off (Snooze::what).
template <typename Each>
void for_each_reference(Deal& deal, Each each) {
    const auto all = [&](auto& list) {
        for (auto& id : list) each(id);
    };
    const auto values = [&](std::vector<Value>& list) {
        for (auto& value : list) each(value.to);
    };
    for (auto& line : deal.influences) {
        each(line.from);
        each(line.to);
    }
    for (auto& commitment : deal.commitments) {
        values(commitment.value_offered);
        all(commitment.prerequisites);
        each(commitment.buyer_owner);
        all(commitment.people);
        for (auto& event : commitment.events) {
            all(event.who);
            each(event.interaction);
        }
    }
    for (auto& promise : deal.promises) each(promise.to);
    for (auto& interaction : deal.interactions) {
        all(interaction.people);
        all(interaction.asks);
        all(interaction.concerns);
        values(interaction.value_given);
        if (interaction.next) each(interaction.next->commitment);
    }
    for (auto& concern : deal.concerns) each(concern.stakeholder);
}

// Each id once, where it stands first.
template <typename I>
void leave_each_once(std::vector<I>& ids) {
    for (auto at = ids.begin(); at != ids.end();) {
        at = std::find(ids.begin(), at, *at) == at ? at + 1 : ids.erase(at);
    }
}

}
