#include "core/model/plan/refusal.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool concerns(const std::vector<StakeholderId>& who, const StakeholderId& person) {
    return who.empty() || std::ranges::find(who, person) != who.end();
}

// The last no of this person that is still in force, or null.
const CommitmentEvent* standing_no(const Commitment& commitment, const StakeholderId& person) {
    const CommitmentEvent* no = nullptr;
    for (const auto& event : commitment.events) {
        using enum CommitmentEventKind;
        // "Not before October" is no to today only.
        if (event.kind == declined && concerns(event.who, person)) no = event.not_before ? nullptr : &event;
        if ((event.kind == agreed || event.kind == kept) && concerns(event.who, person)) no = nullptr;
        if (event.kind == reopened) no = nullptr;
    }
    return no;
}

bool was_helped(const Deal& deal, const StakeholderId& person, Date since) {
    for (const auto& concern : deal.concerns) {
        if (concern.stakeholder != person) continue;
        for (const auto& event : concern.events) {
            const bool helped = event.kind == ConcernEventKind::answered || event.kind == ConcernEventKind::resolved;
            if (helped && event.on >= since) return true;
        }
    }
    return std::ranges::any_of(deal.interactions, [&](const Interaction& one) {
        return one.on > since && was_two_way(one) && std::ranges::any_of(one.value_given, [&](const Value& value) { return value.to == person; });
    });
}

bool stance_rose(const Stakeholder& person, Date since) {
    auto before = Stance::unknown;
    bool rose = false;
    for (const auto& event : person.stances) {
        if (event.on >= since && event.stance > before && event.stance >= Stance::neutral) rose = true;
        if (event.on >= since && event.stance < before) rose = false;
        before = event.stance;
    }
    return rose;
}

}

bool refuses(const Deal& deal, const Commitment& commitment, const StakeholderId& person) {
    const auto* no = standing_no(commitment, person);
    if (no == nullptr || was_helped(deal, person, no->on)) return false;
    const auto* who = find(deal, person);
    return who == nullptr || !stance_rose(*who, no->on);
}

int refusals(const Commitment& commitment) {
    return static_cast<int>(std::ranges::count_if(commitment.events, [](const CommitmentEvent& event) {
        return event.kind == CommitmentEventKind::declined || event.kind == CommitmentEventKind::broken;
    }));
}

}
