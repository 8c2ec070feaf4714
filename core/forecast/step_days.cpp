#include "core/forecast/step_days.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>

namespace middleground {

namespace {

// From the day on which it was asked until it was kept; nothing when it was not asked, or not kept.
std::optional<int> days_taken(const Commitment& commitment) {
    if (state_of(commitment) != CommitmentState::kept) return std::nullopt;
    std::optional<Date> asked;
    for (const auto& event : commitment.events) {
        if (event.kind == CommitmentEventKind::asked && !asked) asked = event.on;
        if (event.kind == CommitmentEventKind::reopened) asked = std::nullopt;
        if (event.kind == CommitmentEventKind::kept && asked) return static_cast<int>(std::max<std::int64_t>(0, event.on - *asked));
    }
    return std::nullopt;
}

}

StepDays days_of(const Commitment& commitment, const Playbook* playbook, const ForecastSettings& settings) {
    const auto* step = playbook == nullptr ? nullptr : find_step(*playbook, commitment.step);
    if (step != nullptr) return {step->days_min, step->days_mode, step->days_max};
    return {settings.days_min, settings.days_mode, settings.days_max};
}

double spread_of(const StepDays& days, const ForecastSettings& settings) {
    const double wide = logarithm((days.max + 1.0) / (days.min + 1.0)) / settings.spread_divisor;
    return days.min == days.max ? 0 : std::max(settings.least_spread, wide);
}

double pace_of(const Deal& deal, const Playbook* playbook, const ForecastSettings& settings) {
    double sum = 0;
    int count = 0;
    std::vector<double> slower;
    for (const auto& one : deal.commitments) {
        const auto taken = days_taken(one);
        if (!taken) continue;
        const auto days = days_of(one, playbook, settings);
        slower.push_back(logarithm((*taken + 1.0) / (settings.pace_median * days.mode + 1)));
        ++count;
    }
    // In order of size, so that the order in the deal changes no bit of the sum.
    sort_list(slower);
    for (const double one : slower) {
        sum += std::clamp(one, -2.0, 2.0);
    }
    return settings.pace_learnt * sum / (1 + settings.pace_learnt * count);
}

}
