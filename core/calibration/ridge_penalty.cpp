#include "core/base/math/exact_math.hpp"
#include "core/calibration/ridge_logistic.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr double least_determinant = 1e-12;

// From strong to weak, as 1 / variance of the log-odds ratios that one expects: 1 is a factor of e in either direction.
constexpr std::array penalties{256.0, 192.0, 128.0, 96.0, 64.0, 48.0, 32.0, 24.0, 16.0, 12.0, 8.0, 6.0, 4.0, 3.0, 2.0, 1.5, 1.0, 0.5};

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

// Whether the losses are worse on average than the best ones by no more than one standard error of the difference.
bool is_as_good(const std::vector<double>& losses, const std::vector<double>& best) {
    const auto count = static_cast<double>(losses.size());
    const double difference = mean(losses) - mean(best);
    double squares = 0;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        const double off = losses[i] - best[i] - difference;
        squares += off * off;
    }
    return difference <= std::sqrt(squares / (count - 1) / count);
}

struct Scaling {
    double slope = 1;
    double offset = 0;
};

double scaling_objective(const std::vector<double>& scores, const std::vector<std::uint8_t>& won, const Scaling& scaling) {
    double sum = (scaling.slope - 1) * (scaling.slope - 1) / 2;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sum += log_loss(scaling.slope * scores[i] + scaling.offset, won[i]);
    }
    return sum;
}

Scaling newton_step(const std::vector<double>& scores, const std::vector<std::uint8_t>& won, const Scaling& at) {
    // The slope is held to 1 by as much as one deal would: enough where the scores separate the deals and any slope would do.
    double slope_gradient = at.slope - 1;
    double offset_gradient = 0;
    double slope_slope = 1;
    double slope_offset = 0;
    double offset_offset = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double chance = logistic(at.slope * scores[i] + at.offset);
        const double off = chance - (won[i] != 0 ? 1 : 0);
        const double weight = chance * (1 - chance);
        slope_gradient += off * scores[i];
        offset_gradient += off;
        slope_slope += weight * scores[i] * scores[i];
        slope_offset += weight * scores[i];
        offset_offset += weight;
    }
    const double determinant = std::max(slope_slope * offset_offset - slope_offset * slope_offset, least_determinant);
    return {(slope_gradient * offset_offset - offset_gradient * slope_offset) / determinant,
            (offset_gradient * slope_slope - slope_gradient * slope_offset) / determinant};
}

// The straight line through the scores that gives the least log loss; never one that goes down.
Scaling scaling_for(const std::vector<double>& scores, const std::vector<std::uint8_t>& won) {
    Scaling scaling;
    double reached = scaling_objective(scores, won, scaling);
    for (int step = 0; step < NewtonLimits::most_steps; ++step) {
        const auto change = newton_step(scores, won, scaling);
        double share = 1;
        for (int halving = 0; halving < NewtonLimits::most_halvings; ++halving) {
            const Scaling next{scaling.slope - share * change.slope, scaling.offset - share * change.offset};
            const double objective = scaling_objective(scores, won, next);
            if (objective <= reached + NewtonLimits::no_change * (1 + reached)) {
                scaling = next;
                reached = objective;
                break;
            }
            share /= 2;
        }
        if (std::max(std::abs(change.slope), std::abs(change.offset)) * share < NewtonLimits::close_enough) break;
    }
    if (scaling.slope > 0) return scaling;
    return {0, base_log_odds(won)};
}

}

ChosenFit fit_with_chosen_penalty(const OneHotRows& rows, const std::vector<std::uint8_t>& won) {
    RidgeFit ridge(rows, won);
    std::vector<LogisticModel> models;
    std::vector<std::vector<double>> scores;
    std::vector<std::vector<double>> losses;
    std::size_t best = 0;
    for (std::size_t i = 0; i < penalties.size(); ++i) {
        ridge.fit(penalties[i]);
        models.push_back(ridge.model());
        scores.push_back(ridge.left_out_scores());
        losses.emplace_back(won.size());
        std::ranges::transform(scores[i], won, losses[i].begin(), log_loss);
        if (mean(losses[i]) < mean(losses[best])) best = i;
    }
    std::size_t chosen = 0;
    while (chosen < best && !is_as_good(losses[chosen], losses[best])) {
        ++chosen;
    }
    const auto scaling = scaling_for(scores[chosen], won);
    ChosenFit fit{std::move(models[chosen]), penalties[chosen], scaling.slope};
    for (auto& weight : fit.model.weights) {
        weight *= scaling.slope;
    }
    fit.model.intercept = scaling.slope * fit.model.intercept + scaling.offset;
    return fit;
}

}
