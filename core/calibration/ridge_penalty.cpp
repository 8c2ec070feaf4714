#include "core/base/math/exact_math.hpp"
#include "core/base/sort_list.hpp"
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

// What fits one penalty gave: the model, and of each row the score without it.
struct PenaltyFit {
    LogisticModel model;
    std::vector<double> scores;
    double penalty = 0;
};

PenaltyFit strongest_good_fit(const OneHotRows& rows, const std::vector<std::uint8_t>& won) {
    RidgeFit ridge(rows, won);
    std::vector<PenaltyFit> fits;
    std::vector<std::vector<double>> losses;
    std::size_t best = 0;
    for (std::size_t i = 0; i < penalties.size(); ++i) {
        ridge.fit(penalties[i]);
        fits.push_back({ridge.model(), ridge.left_out_scores(), penalties[i]});
        losses.emplace_back(won.size());
        std::ranges::transform(fits[i].scores, won, losses[i].begin(), log_loss);
        if (mean(losses[i]) < mean(losses[best])) best = i;
    }
    std::size_t chosen = 0;
    while (chosen < best && !is_as_good(losses[chosen], losses[best])) {
        ++chosen;
    }
    return std::move(fits[chosen]);
}

// The same penalty for all rows: that of the few is about what one believes beforehand, which more rows do not change.
PenaltyFit fit_by_some(const OneHotRows& rows, const std::vector<std::uint8_t>& won) {
    OneHotRows some;
    some.places = rows.places;
    some.per_row = rows.per_row;
    std::vector<std::uint8_t> some_won;
    for (const int row : rows_for_penalty(won, most_rows_for_penalty)) {
        some_won.push_back(won[static_cast<std::size_t>(row)]);
        if (rows.per_row > 0) some.at.insert(some.at.end(), rows.row(row).begin(), rows.row(row).end());
    }
    const auto of_some = strongest_good_fit(some, some_won);
    RidgeFit ridge(rows, won);
    ridge.start_from(of_some.model);
    ridge.fit(of_some.penalty);
    return {ridge.model(), ridge.left_out_scores(), of_some.penalty};
}

}

std::vector<int> rows_for_penalty(const std::vector<std::uint8_t>& won, int most) {
    constexpr std::size_t fewest = 10;
    std::vector<int> kinds[2];
    for (int row = 0; row < static_cast<int>(won.size()); ++row) {
        kinds[won[static_cast<std::size_t>(row)] != 0 ? 1 : 0].push_back(row);
    }
    std::vector<int> chosen;
    for (const auto& kind : kinds) {
        const auto share = kind.size() * static_cast<std::uint64_t>(most) / std::max<std::size_t>(won.size(), 1);
        const auto wanted = std::min<std::uint64_t>(std::max<std::uint64_t>(share, fewest), kind.size());
        for (std::uint64_t i = 0; i < wanted; ++i) {
            chosen.push_back(kind[i * kind.size() / wanted]);
        }
    }
    sort_list(chosen);
    return chosen;
}

ChosenFit fit_with_chosen_penalty(const OneHotRows& rows, const std::vector<std::uint8_t>& won) {
    auto chosen = won.size() <= most_rows_for_penalty ? strongest_good_fit(rows, won) : fit_by_some(rows, won);
    const auto scaling = scaling_for(chosen.scores, won);
    ChosenFit fit{std::move(chosen.model), chosen.penalty, scaling.slope};
    for (auto& weight : fit.model.weights) {
        weight *= scaling.slope;
    }
    fit.model.intercept = scaling.slope * fit.model.intercept + scaling.offset;
    return fit;
}

}
