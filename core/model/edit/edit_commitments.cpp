#include "core/model/edit/edit_steps.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/plan.hpp"

namespace middleground::edit_steps {

namespace {

std::string_view past(CommitmentEventKind kind) {
    switch (kind) {
    case CommitmentEventKind::planned:
        return "was planned";
    case CommitmentEventKind::asked:
        return "was asked for";
    case CommitmentEventKind::agreed:
        return "was agreed";
    case CommitmentEventKind::declined:
        return "was declined";
    case CommitmentEventKind::kept:
        return "was kept";
    case CommitmentEventKind::broken:
        return "was broken";
    case CommitmentEventKind::due:
        return "got its due date";
    case CommitmentEventKind::reopened:
        return "was reopened";
    }
    return {};
}

std::string_view wanted(CommitmentEventKind kind) {
    switch (kind) {
    case CommitmentEventKind::planned:
        return "planned again";
    case CommitmentEventKind::asked:
        return "asked for";
    case CommitmentEventKind::agreed:
        return "agreed";
    case CommitmentEventKind::declined:
        return "declined";
    case CommitmentEventKind::kept:
        return "kept";
    case CommitmentEventKind::broken:
        return "broken";
    case CommitmentEventKind::due:
        return "given a due date";
    case CommitmentEventKind::reopened:
        return "reopened";
    }
    return {};
}

struct Situation {
    std::string_view is;
    std::string_view remedy;
};

Situation situation(CommitmentState state) {
    switch (state) {
    case CommitmentState::planned:
        return {"it has not been asked for yet", "First record that it was asked for."};
    case CommitmentState::asked:
        return {"it has been asked for but not agreed yet", "First record the answer."};
    case CommitmentState::agreed:
        return {"it is agreed", "First record whether it was kept, declined or broken."};
    case CommitmentState::kept:
        return {"it is kept", "Reopen it first."};
    case CommitmentState::declined:
        return {"it is declined", "First record that it was asked for again, or reopen it."};
    case CommitmentState::broken:
        return {"it is broken", "First record that it was asked for again, or reopen it."};
    }
    return {};
}

}

Outcome append_event(Commitment& commitment, CommitmentEvent event, Date today) {
    const auto name = named(commitment.title, "This commitment");
    if (!is_legal_move(commitment, event.kind)) {
        const auto state = state_of(commitment);
        if (state == state_after(state, event.kind)) {
            return fail(name + " is already " + (state == CommitmentState::asked ? "asked for" : std::string(key_of(state))));
        }
        const auto now = situation(state);
        return fail(name + " cannot be " + std::string(wanted(event.kind)) + ": " + std::string(now.is), {}, std::string(now.remedy));
    }
    if (!commitment.events.empty() && event.on < commitment.events.back().on) {
        const auto& last = commitment.events.back();
        const auto day = short_date(last.on, today);
        return fail(name + ' ' + std::string(past(last.kind)) + " on " + day + ", after the day you chose", {},
                    "Choose " + day + " or a later day.");
    }
    commitment.events.push_back(std::move(event));
    return {};
}

Outcome change(Deal& deal, const edit::PutCommitment& edit, Date) {
    auto* commitment = find_in(deal.commitments, edit.commitment.id);
    if (commitment != nullptr) {
        auto events = std::move(commitment->events);
        *commitment = edit.commitment;
        commitment->events = std::move(events);
    } else {
        deal.commitments.push_back(edit.commitment);
        commitment = &deal.commitments.back();
    }
    if (deal.commitments.size() == 1) {
        commitment->decides = true; // somebody has to
    }
    if (commitment->decides) {
        for (auto& other : deal.commitments) {
            other.decides = &other == commitment;
        }
    }
    return {};
}

Outcome change(Deal& deal, const edit::RemoveCommitment& edit, Date) {
    const auto* found = find_in(deal.commitments, edit.id);
    if (found == nullptr) {
        return gone("commitment");
    }
    const auto removed = *found;
    std::erase_if(deal.commitments, [&](const Commitment& commitment) { return commitment.id == removed.id; });
    for (auto& commitment : deal.commitments) {
        auto& list = commitment.prerequisites;
        const auto place = std::find(list.begin(), list.end(), removed.id);
        if (place == list.end()) {
            continue;
        }
        std::vector<CommitmentId> inherited;
        for (const auto& prerequisite : removed.prerequisites) {
            if (std::find(list.begin(), list.end(), prerequisite) == list.end() && prerequisite != commitment.id) {
                inherited.push_back(prerequisite);
            }
        }
        list.insert(list.erase(place), inherited.begin(), inherited.end());
    }
    for (auto& interaction : deal.interactions) {
        std::erase(interaction.asks, removed.id);
        if (interaction.next && interaction.next->commitment == removed.id) {
            interaction.next->commitment = {};
            if (!interaction.next->on && interaction.next->what.empty()) {
                interaction.next.reset();
            }
        }
    }
    if (removed.decides && !deal.commitments.empty()) {
        const auto plan = plan_of(deal);
        find_in(deal.commitments, plan.back().id)->decides = true;
    }
    return {};
}

Outcome change(Deal& deal, const edit::MoveCommitment& edit, Date) {
    if (!move_in(deal.commitments, edit.id, edit.to)) return gone("commitment");
    return {};
}

Outcome change(Deal& deal, const edit::AddCommitmentEvent& edit, Date today) {
    auto* commitment = find_in(deal.commitments, edit.id);
    return commitment == nullptr ? Outcome(gone("commitment")) : append_event(*commitment, edit.event, today);
}

}
