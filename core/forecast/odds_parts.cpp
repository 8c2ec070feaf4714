#include "core/forecast/odds_parts.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr double agrees_from = 0.25; // the same threshold as the consensus has

// The steps of the playbook that come before its deciding one.
std::vector<const PlaybookStep*> steps_before_decision(const Playbook& playbook) {
    std::vector<const PlaybookStep*> found;
    const auto deciding = std::ranges::find(playbook.steps, true, &PlaybookStep::decides);
    if (deciding == playbook.steps.end()) return found;
    found.push_back(&*deciding);
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const auto& id : found[next]->prerequisites) {
            const auto* step = find_step(playbook, id);
            if (step != nullptr && std::ranges::find(found, step) == found.end()) found.push_back(step);
        }
    }
    found.erase(found.begin());
    return found;
}

// Steps that are neither kept, nor not needed, nor planned before the decision. A commitment of one's own there stands for one of them.
int skipped_steps(const Deal& deal, const Playbook* playbook, const std::vector<int>& before) {
    if (playbook == nullptr) return 0;
    std::vector<std::string_view> there;
    int own = 0;
    for (const int place : before) {
        const auto& commitment = deal.commitments[static_cast<std::size_t>(place)];
        if (find_step(*playbook, commitment.step) != nullptr) {
            there.push_back(commitment.step);
        } else if (!commitment.decides) {
            ++own;
        }
    }
    for (const auto& commitment : deal.commitments) {
        const auto state = state_of(commitment);
        if (state == CommitmentState::kept || state == CommitmentState::not_needed) there.push_back(commitment.step);
    }
    int missing = 0;
    for (const auto* step : steps_before_decision(*playbook)) {
        missing += std::ranges::find(there, step->id) == there.end() ? 1 : 0;
    }
    return std::max(0, missing - own);
}

double weight_of(const Concern& concern) {
    return is_settled(concern) ? 0 : state_of(concern) == ConcernState::open ? 1 : 0.5;
}

}

int refusals(const Commitment& commitment) {
    return static_cast<int>(std::ranges::count_if(commitment.events, [](const CommitmentEvent& event) {
        return event.kind == CommitmentEventKind::declined || event.kind == CommitmentEventKind::broken;
    }));
}

OddsOf::OddsOf(const ForecastInput& input, const ForecastSettings& settings, const std::vector<int>& before)
    : input_(input), settings_(settings), skipped_(skipped_steps(input.deal, input.playbook, before)) {
    // By id, so that the order in the file changes no bit of the sum.
    std::vector<ExpectedOpinion> opinions = input.opinions;
    std::ranges::sort(opinions, {}, &ExpectedOpinion::id);
    double sum = 0;
    for (const auto& one : opinions) {
        sum += one.opinion;
        against_ += one.opinion < agrees_from ? 1 : 0;
    }
    sum += input.unnamed * input.unnamed_opinion;
    against_ += input.unnamed_opinion < agrees_from ? input.unnamed : 0;
    group_opinion_ = group() > 0 ? sum / group() : input.unnamed_opinion;
}

double OddsOf::mean_opinion(const Commitment& commitment) const {
    std::vector<StakeholderId> people = commitment.people;
    std::ranges::sort(people);
    double sum = 0;
    int count = 0;
    for (const auto& id : people) {
        const auto found = std::ranges::find(input_.opinions, id, &ExpectedOpinion::id);
        if (found == input_.opinions.end()) continue;
        sum += found->opinion;
        ++count;
    }
    return count > 0 ? sum / count : group_opinion_;
}

double OddsOf::concerns(const Commitment& commitment) const {
    double sum = 0;
    for (const auto& concern : input_.deal.concerns) {
        const bool theirs =
            commitment.people.empty() || std::ranges::find(commitment.people, concern.stakeholder) != commitment.people.end();
        if (theirs) sum += weight_of(concern);
    }
    return std::min(sum, settings_.most_concerns);
}

bool OddsOf::is_value_offered(const Commitment& commitment) const {
    if (!commitment.value_offered.empty()) return true;
    return std::ranges::any_of(input_.deal.interactions, [&](const Interaction& one) {
        return !one.value_given.empty() && std::ranges::find(one.asks, commitment.id) != one.asks.end();
    });
}

OddsParts OddsOf::of(const Commitment& commitment) const {
    OddsParts parts;
    const auto* step = input_.playbook == nullptr ? nullptr : find_step(*input_.playbook, commitment.step);
    parts.own_step = step != nullptr;
    parts.step_a = step == nullptr ? settings_.odds_a : step->odds_a;
    parts.step_b = step == nullptr ? settings_.odds_b : step->odds_b;
    parts.fitted = settings_.fitted_shift;
    parts.group = std::ranges::none_of(
        commitment.people, [&](const StakeholderId& id) { return std::ranges::find(input_.opinions, id, &ExpectedOpinion::id) != input_.opinions.end(); });
    parts.mean_opinion = mean_opinion(commitment);
    parts.opinions = settings_.opinion * parts.mean_opinion;
    parts.value = is_value_offered(commitment) ? settings_.value_offered : 0;
    parts.concerns = settings_.concern * concerns(commitment);
    parts.push = settings_.push * input_.push / 100;
    parts.passive = settings_.passive * input_.passive / 100;
    parts.agreed = state_of(commitment) == CommitmentState::agreed ? settings_.agreed : 0;
    if (commitment.decides) {
        parts.skipped_steps = skipped_;
        parts.skipped = settings_.skipped * skipped_;
    }
    parts.tries_before = std::min(refusals(commitment), settings_.most_tries - 1);
    return parts;
}

}
