#include "core/forecast/odds_parts.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/sort_list.hpp"
#include "core/forecast/deal_odds.hpp"
#include "core/forecast/waiting.hpp"
#include "core/model/plan/refusal.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace middleground {

namespace {

constexpr double agrees_from = 0.25; // the same threshold as the consensus has

double weight_of(ConcernState state) {
    return state == ConcernState::open ? 1 : state == ConcernState::answered ? 0.5 : 0;
}

double between_points(std::span<const std::pair<double, double>> points, double x) {
    if (x <= points.front().first) return points.front().second;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto [x1, y1] = points[i];
        const auto [x0, y0] = points[i - 1];
        if (x <= x1) return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }
    return points.back().second;
}

}

double move_of_opinion(double opinion) {
    static constexpr std::array<std::pair<double, double>, 6> points{
        {{-1, -2.5}, {-0.5, -1.5}, {-0.25, -0.6}, {0, -0.3}, {0.5, 0.5}, {1, 1}}};
    return between_points(points, opinion);
}

void OddsOf::Lowest::take(double other, const StakeholderId& id, bool refuses) {
    if (found && (other > opinion || (other == opinion && of < id))) return;
    opinion = other;
    of = id;
    refused = refuses;
    found = true;
}

OddsOf::OddsOf(const ForecastInput& input, const ForecastSettings& settings) : input_(input), settings_(settings) {
    // By id, so that the order in the file changes no bit of the sum.
    std::vector<ExpectedOpinion> opinions = input.opinions;
    sort_list(opinions, {}, &ExpectedOpinion::id);
    double sum = 0;
    lowest_opinion_ = input.unnamed > 0 || opinions.empty() ? input.unnamed_halfway() : 1;
    for (const auto& one : opinions) {
        sum += one.halfway();
        lowest_opinion_ = std::min(lowest_opinion_, one.halfway());
        against_ += one.opinion < agrees_from ? 1 : 0;
    }
    sum += input.unnamed * input.unnamed_halfway();
    against_ += input.unnamed_opinion < agrees_from ? input.unnamed : 0;
    group_opinion_ = group() > 0 ? sum / group() : input.unnamed_halfway();
}

bool OddsOf::is_there(const StakeholderId& id) const {
    return std::ranges::find(input_.opinions, id, &ExpectedOpinion::id) != input_.opinions.end();
}

// Of a person who has left nobody knows what who comes after them thinks.
double OddsOf::opinion_of_person(const StakeholderId& id) const {
    const auto found = std::ranges::find(input_.opinions, id, &ExpectedOpinion::id);
    if (found == input_.opinions.end()) return input_.unnamed_stated;
    // Who is against it until a day is asked anew then, and nobody knows yet.
    const bool until_then = std::ranges::find(input_.against_until, id) != input_.against_until.end();
    return until_then ? std::max(found->halfway(), input_.unnamed_stated) : found->halfway();
}

OddsOf::Lowest OddsOf::lowest_of_deciders(const Commitment& decision) const {
    Lowest lowest;
    bool is_decider_named = false;
    for (const auto& person : input_.deal.stakeholders) {
        if (!decides_or_approves(person.role)) continue;
        is_decider_named = is_decider_named || (person.role == Role::decision_maker && is_there(person.id));
        // A no stands, even when who said it has left.
        const bool no = refuses(input_.deal, decision, person.id);
        const double opinion = opinion_of_person(person.id);
        lowest.take(no ? std::min(settings_.refused, opinion) : opinion, no || is_there(person.id) ? person.id : StakeholderId{}, no);
    }
    // Somebody decides, whoever it is.
    if (!is_decider_named) lowest.take(input_.unnamed > 0 ? std::min(input_.unnamed_halfway(), group_opinion_) : group_opinion_, {}, false);
    return lowest;
}

OddsOf::Lowest OddsOf::lowest_of_people(const Commitment& commitment) const {
    Lowest lowest;
    const auto take = [&](const StakeholderId& id) {
        if (is_there(id)) {
            lowest.take(opinion_of_person(id), id, false);
        } else if (std::ranges::find(input_.left, id) != input_.left.end()) {
            lowest.take(input_.unnamed_stated, {}, false);
        }
    };
    for (const auto& id : commitment.people) {
        take(id);
    }
    if (!commitment.buyer_owner.empty()) take(commitment.buyer_owner);
    if (!lowest.found) lowest.opinion = group_opinion_;
    return lowest;
}

double OddsOf::of_base() const {
    return settings_.of_base *
           (base_log_odds(input_) + (input_.competitor ? settings_.competitor : 0) + (input_.current_client ? settings_.current_client : 0));
}

double OddsOf::concerns(const Commitment& commitment) const {
    double sum = 0;
    for (const auto& concern : input_.deal.concerns) {
        const bool theirs =
            commitment.people.empty() || std::ranges::find(commitment.people, concern.stakeholder) != commitment.people.end();
        if (theirs) sum += is_settled(concern) ? 0 : weight_of(state_of(concern));
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
    parts.base = of_base();
    const auto lowest = commitment.decides ? lowest_of_deciders(commitment) : lowest_of_people(commitment);
    parts.opinion = lowest.opinion;
    parts.decided_by = lowest.of;
    parts.refused = lowest.refused;
    parts.opinions = (commitment.decides ? settings_.opinions : settings_.others) * move_of_opinion(lowest.opinion);
    if (commitment.decides) {
        parts.others = settings_.mean_of_group * group_opinion_;
        // From opposed to sceptical on a straight line.
        const double from_opposed = std::clamp((lowest.opinion + 1) / 0.5, 0.0, 1.0);
        parts.gate = settings_.opposed_pass + (1 - settings_.opposed_pass) * from_opposed;
    }
    parts.value = is_value_offered(commitment) ? settings_.value_offered : 0;
    parts.concerns = settings_.concern * concerns(commitment);
    parts.push = settings_.push * input_.push / 100;
    const auto waiting = waiting_of(commitment, input_, settings_);
    parts.waiting = waiting.move;
    parts.waited_days = waiting.days;
    parts.overdue = waiting.overdue;
    parts.lapsed = waiting.lapsed;
    parts.agreed = state_of(commitment) == CommitmentState::agreed && !waiting.lapsed ? settings_.agreed : 0;
    parts.tries_before = std::min(refusals(commitment), settings_.most_tries - 1);
    return parts;
}

double OddsOf::shift_of(const UnseenStep& unseen) const {
    const double shift = settings_.fitted_shift + of_base() + settings_.unseen + settings_.others * move_of_opinion((group_opinion_ + lowest_opinion_) / 2) +
                         settings_.push * input_.push / 100;
    if (unseen.dropped == nullptr) return shift;
    // What was known when it was dropped is not forgotten.
    auto before = *unseen.dropped;
    while (!before.events.empty() && before.events.back().kind == CommitmentEventKind::dropped) {
        before.events.pop_back();
    }
    const auto parts = of(before);
    double again = parts.lapsed ? settings_.again : 1;
    for (int i = 0; i < parts.tries_before; ++i) {
        again *= settings_.again;
    }
    return std::min(shift, parts.shift() + logarithm(again));
}

}
