#include "core/diary/recalibration.hpp"

#include "core/base/math/exact_math.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr double rarest = 0.00005; // half a future of 10,000
constexpr double shift_spread = 0.7; // standard deviations of the priors, about 0 and 1; judgement
constexpr double slope_spread = 0.35;
constexpr double least_slope = 0.2; // however a record looks, a higher chance stays a higher one
constexpr double most_slope = 5;
constexpr int most_steps = 60;

double log_odds(double chance) {
    const double within = std::clamp(chance, rarest, 1 - rarest);
    return logarithm(within) - logarithm(1 - within);
}

// What is to be as small as possible: the log loss of all, and how far the numbers are from "as it is".
double loss(std::span<const Outcomes> outcomes, double weight, double shift, double slope) {
    double sum = shift * shift / (2 * shift_spread * shift_spread) + (slope - 1) * (slope - 1) / (2 * slope_spread * slope_spread);
    for (const auto& one : outcomes) {
        const double x = shift + slope * log_odds(one.chance);
        sum += weight * log_one_plus_exp(one.won ? -x : x);
    }
    return sum;
}

struct Step {
    double shift = 0;
    double slope = 0;
};

// Newton's step downhill.
Step step_from(std::span<const Outcomes> outcomes, double weight, double shift, double slope) {
    double shift_slant = shift / (shift_spread * shift_spread);
    double slope_slant = (slope - 1) / (slope_spread * slope_spread);
    double shift_bend = 1 / (shift_spread * shift_spread);
    double slope_bend = 1 / (slope_spread * slope_spread);
    double both_bend = 0;
    for (const auto& one : outcomes) {
        const double x = log_odds(one.chance);
        const double chance = logistic(shift + slope * x);
        const double off = weight * (chance - (one.won ? 1 : 0));
        const double bend = weight * chance * (1 - chance);
        shift_slant += off;
        slope_slant += off * x;
        shift_bend += bend;
        slope_bend += bend * x * x;
        both_bend += bend * x;
    }
    const double whole = shift_bend * slope_bend - both_bend * both_bend; // above 0: the priors see to it
    return {-(slope_bend * shift_slant - both_bend * slope_slant) / whole, -(shift_bend * slope_slant - both_bend * shift_slant) / whole};
}

}

Recalibration recalibration_of(std::span<const Outcomes> outcomes, int deals) {
    if (outcomes.empty() || deals <= 0) return {};
    const double weight = deals / static_cast<double>(outcomes.size());
    double shift = 0;
    double slope = 1;
    double now = loss(outcomes, weight, shift, slope);
    for (int i = 0; i < most_steps; ++i) {
        auto step = step_from(outcomes, weight, shift, slope);
        double next_slope = std::clamp(slope + step.slope, least_slope, most_slope);
        double next = loss(outcomes, weight, shift + step.shift, next_slope);
        for (int halved = 0; next > now && halved < 30; ++halved) {
            step.shift /= 2;
            step.slope /= 2;
            next_slope = std::clamp(slope + step.slope, least_slope, most_slope);
            next = loss(outcomes, weight, shift + step.shift, next_slope);
        }
        if (!(next < now)) break;
        const bool close = now - next < 1e-12;
        shift += step.shift;
        slope = next_slope;
        now = next;
        if (close) break;
    }
    return {shift, slope, deals};
}

double recalibrated(double chance, const Recalibration& recalibration) {
    if (recalibration.deals == 0) return chance;
    return logistic(recalibration.shift + recalibration.slope * log_odds(chance));
}

Share recalibrated(const Share& share, const Recalibration& recalibration) {
    if (recalibration.deals == 0 || share.of < 2) return share;
    const auto count = static_cast<std::uint32_t>(std::lround(recalibrated(share.value(), recalibration) * share.of));
    return {std::clamp<std::uint32_t>(count, 1, share.of - 1), share.of};
}

Share shown_chance(const Belief& belief, const Recalibration& recalibration) {
    constexpr std::uint32_t finer = 10; // than the diary, so that less than a thousandth is not none
    const auto won = static_cast<std::uint32_t>(std::max(0, belief.won));
    return recalibrated(Share{won == 0 && belief.has_dates() ? 1 : won * finer, 1000 * finer}, recalibration);
}

Forecast recalibrated(Forecast forecast, const std::optional<Money>& amount, const Recalibration& recalibration) {
    if (recalibration.deals == 0 || forecast.settled) return forecast;
    const auto before = forecast.won;
    forecast.won = recalibrated(before, recalibration);
    const auto others = forecast.won.of - forecast.won.count;
    const auto others_before = static_cast<std::uint64_t>(forecast.lost.count) + forecast.no_decision.count;
    if (others_before > 0) {
        forecast.lost.count = static_cast<std::uint32_t>(others * std::uint64_t{forecast.lost.count} / others_before);
    }
    forecast.no_decision.count = others - forecast.lost.count;
    if (forecast.won_by_target && before.count > 0) {
        auto& by_target = forecast.won_by_target->count;
        by_target = static_cast<std::uint32_t>(std::uint64_t{by_target} * forecast.won.count / before.count);
    }
    if (amount && forecast.expected) forecast.expected = expected_amount(*amount, forecast.won);
    return forecast;
}

}
