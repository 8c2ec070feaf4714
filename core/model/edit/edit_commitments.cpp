#include "core/base/text.hpp"
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
    case CommitmentEventKind::dropped:
        return "was dropped";
    case CommitmentEventKind::not_needed:
        return "was marked as not needed";
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
    case CommitmentEventKind::dropped:
        return "dropped";
    case CommitmentEventKind::not_needed:
        return "marked as not needed";
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
    case CommitmentState::dropped:
        return {"it was dropped", "Reopen it first."};
    case CommitmentState::not_needed:
        return {"it is marked as not needed", "Reopen it first."};
    }
    return {};
}

std::string already(CommitmentState state) {
    if (state == CommitmentState::asked) return "asked for";
    return state == CommitmentState::not_needed ? std::string("marked as not needed") : std::string(key_of(state));
}

std::unexpected<Error> decides_and_stays(const std::string& name, CommitmentEventKind kind) {
    return fail(name + " cannot be " + std::string(wanted(kind)) + ": it is the decision", {},
                "Mark another commitment as the decision first, or close the deal.");
}

}

Outcome append_event(Commitment& commitment, CommitmentEvent event, Date today) {
    const auto name = named(commitment.title, "This commitment");
    if (commitment.decides && is_set_aside(state_after({}, event.kind))) return decides_and_stays(name, event.kind);
    if (fits_on(commitment, event.kind, event.on)) {
        insert_by_day(commitment, std::move(event));
        return {};
    }
    if (!is_legal_move(commitment, event.kind)) {
        const auto state = state_of(commitment);
        if (state == state_after(state, event.kind)) {
            return fail(name + " is already " + already(state));
        }
        const auto now = situation(state);
        return fail(name + " cannot be " + std::string(wanted(event.kind)) + ": " + std::string(now.is), {}, std::string(now.remedy));
    }
    // A due date contradicts nothing that was said before it.
    const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                   [](const CommitmentEvent& one) { return one.kind != CommitmentEventKind::due; });
    const auto day = short_date(last->on, today);
    return fail(name + ' ' + std::string(past(last->kind)) + " on " + day + ", after the day you chose", {},
                "Choose " + day + " or a later day.");
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

void take_out(Deal& deal, const CommitmentId& id) {
    const auto* found = find_in(deal.commitments, id);
    if (found == nullptr) return;
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
}

Outcome change(Deal& deal, const edit::RemoveCommitment& edit, Date today) {
    auto* found = find_in(deal.commitments, edit.id);
    if (found == nullptr) {
        return gone("commitment");
    }
    if (is_dropped_by_removal(*found)) return append_event(*found, {CommitmentEventKind::dropped, today, {}, {}, {}, {}}, today);
    const auto name = named(found->title, "This commitment");
    if (was_asked(*found) && is_set_aside(*found)) {
        return fail(name + " was asked for, so it stays in the deal as " + folded(label_of(state_of(*found))), {},
                    "Reopen it if it is wanted again.");
    }
    const bool decides = found->decides;
    take_out(deal, edit.id);
    if (!decides || deal.commitments.empty()) return {};
    // The last one of the plan decides then; what is set aside cannot.
    const auto plan = plan_of(deal);
    const auto last = std::find_if(plan.rbegin(), plan.rend(), [](const PlanItem& item) { return !is_set_aside(item.state); });
    if (last == plan.rend()) {
        return fail(name + " cannot be removed: it is the decision, and everything else in the plan is set aside", {},
                    "Reopen another commitment first.");
    }
    find_in(deal.commitments, last->id)->decides = true;
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
