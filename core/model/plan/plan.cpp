#include "core/model/plan/plan.hpp"

#include "core/model/interaction.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>

namespace middleground {

namespace {

PlanState plan_state(CommitmentState state, int waits_for) {
    switch (state) {
    case CommitmentState::planned:
        return waits_for == 0 ? PlanState::ready : PlanState::waiting;
    case CommitmentState::asked:
        return PlanState::asked;
    case CommitmentState::agreed:
        return PlanState::agreed;
    case CommitmentState::kept:
        return PlanState::kept;
    case CommitmentState::declined:
        return PlanState::declined;
    case CommitmentState::broken:
        return PlanState::broken;
    case CommitmentState::dropped:
        return PlanState::dropped;
    case CommitmentState::not_needed:
        return PlanState::not_needed;
    }
    return PlanState::waiting;
}

}

std::vector<PlanItem> plan_of(const Deal& deal) {
    const PrerequisiteGraph graph(deal);
    const auto size = deal.commitments.size();
    std::vector<PlanItem> items(size); // by place
    std::vector<CommitmentState> states(size);
    std::vector<Date> free_since(size, deal.opened);
    for (std::size_t i = 0; i < size; ++i) {
        states[i] = state_of(deal.commitments[i]);
    }
    for (const int place : graph.order()) {
        const auto i = static_cast<std::size_t>(place);
        const auto& commitment = deal.commitments[i];
        auto& item = items[i];
        item.id = commitment.id;
        item.due = due_of(commitment);
        // A commitment that was added or reopened later was not ready before that.
        item.since = state_since(commitment);
        for (const int prerequisite : graph.prerequisites(place)) {
            const auto p = static_cast<std::size_t>(prerequisite);
            item.layer = std::max(item.layer, items[p].layer + 1);
            item.waits_for += states[p] == CommitmentState::kept ? 0 : 1;
        }
        for (const int prerequisite : graph.named_prerequisites(place)) {
            const auto p = static_cast<std::size_t>(prerequisite);
            free_since[i] = std::max(free_since[i], state_since(deal.commitments[p]));
            if (is_set_aside(states[p])) free_since[i] = std::max(free_since[i], free_since[p]);
        }
        item.state = plan_state(states[i], item.waits_for);
        if (item.state == PlanState::ready) {
            item.since = std::max(item.since, free_since[i]);
        } else if (item.state == PlanState::waiting) {
            item.since = commitment.created;
        }
    }

    const auto& order = graph.order();
    std::vector<PlanItem> plan;
    plan.reserve(size);
    for (auto place = order.rbegin(); place != order.rend(); ++place) {
        const auto i = static_cast<std::size_t>(*place);
        items[i].on_way_to_decision = items[i].on_way_to_decision || deal.commitments[i].decides;
        if (items[i].on_way_to_decision) {
            for (const int prerequisite : graph.prerequisites(*place)) {
                items[static_cast<std::size_t>(prerequisite)].on_way_to_decision = true;
            }
        }
    }
    for (const int place : order) {
        plan.push_back(std::move(items[static_cast<std::size_t>(place)]));
    }
    return plan;
}

std::vector<PlanItem> ready_next(const Deal& deal) {
    if (!std::holds_alternative<Open>(deal.outcome)) {
        return {};
    }
    const auto named = without_unnamed(deal);
    auto plan = plan_of(named ? *named : deal);
    std::erase_if(plan, [](const PlanItem& item) { return !is_open(item.state) || item.waits_for > 0; });
    return plan;
}

int kept_count(const Deal& deal) {
    return static_cast<int>(std::count_if(deal.commitments.begin(), deal.commitments.end(),
                                          [](const Commitment& commitment) { return state_of(commitment) == CommitmentState::kept; }));
}

int step_count(const Deal& deal) {
    return static_cast<int>(
        std::count_if(deal.commitments.begin(), deal.commitments.end(), [](const Commitment& commitment) { return !is_set_aside(commitment); }));
}

const Commitment* kept_decision(const Deal& deal) {
    if (!is_open(deal.outcome)) return nullptr;
    const auto decides = std::ranges::find(deal.commitments, true, &Commitment::decides);
    return decides != deal.commitments.end() && state_of(*decides) == CommitmentState::kept ? &*decides : nullptr;
}

int present_count(const Deal& deal) {
    return static_cast<int>(std::ranges::count_if(deal.stakeholders, [](const Stakeholder& person) { return !person.left; }));
}

std::optional<Date> last_heard(const Deal& deal, const StakeholderId& person) {
    std::optional<Date> last;
    for (const auto& interaction : deal.interactions) {
        const bool there = std::find(interaction.people.begin(), interaction.people.end(), person) != interaction.people.end();
        if (was_two_way(interaction) && there && (!last || *last < interaction.on)) {
            last = interaction.on;
        }
    }
    return last;
}

std::optional<Date> last_kept(const Deal& deal) {
    std::optional<Date> last;
    for (const auto& commitment : deal.commitments) {
        if (state_of(commitment) != CommitmentState::kept) {
            continue;
        }
        const auto on = state_since(commitment);
        if (!last || *last < on) {
            last = on;
        }
    }
    return last;
}

}
