#include "core/calibration/history_score.hpp"

#include "core/base/math/beta_interval.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace middleground {

double area_under_curve(std::span<const double> values, std::span<const std::uint8_t> won) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    sort_list(order, [&](std::size_t left, std::size_t right) {
        return values[left] != values[right] ? values[left] < values[right] : left < right;
    });
    std::uint64_t half_points = 0;
    std::uint64_t lost_below = 0;
    std::uint64_t all_won = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::uint64_t won_here = 0;
        auto end = begin;
        for (; end < order.size() && values[order[end]] == values[order[begin]]; ++end) {
            won_here += won[order[end]] != 0 ? 1 : 0;
        }
        const std::uint64_t lost_here = end - begin - won_here;
        half_points += won_here * (2 * lost_below + lost_here);
        lost_below += lost_here;
        all_won += won_here;
        begin = end;
    }
    const auto pairs = all_won * lost_below;
    return pairs == 0 ? 0.5 : static_cast<double>(half_points) / (2 * static_cast<double>(pairs));
}

double area_error(double area, int won, int not_won) {
    if (won == 0 || not_won == 0) return 0.5;
    const double square = area * area;
    const double of_won = area / (2 - area) - square;
    const double of_others = 2 * square / (1 + area) - square;
    const double variance = area * (1 - area) + (won - 1) * of_won + (not_won - 1) * of_others;
    return std::sqrt(std::max(variance, 0.0) / won / not_won);
}

BrierScore brier_score(std::span<const double> chances, std::span<const std::uint8_t> won) {
    const auto count = static_cast<double>(chances.size());
    if (chances.empty()) return {};
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const double off = chances[i] - (won[i] != 0 ? 1 : 0);
        sum += off * off;
        squares += off * off * off * off;
    }
    const double mean = sum / count;
    return {mean, std::sqrt(std::max(squares / count - mean * mean, 0.0) / count)};
}

std::vector<ReliabilityBin> reliability(std::span<const double> chances, std::span<const std::uint8_t> won, int bins) {
    constexpr double in_tail = 0.05;
    std::vector<ReliabilityBin> all(static_cast<std::size_t>(bins));
    for (int i = 0; i < bins; ++i) {
        all[static_cast<std::size_t>(i)].from = static_cast<double>(i) / bins;
        all[static_cast<std::size_t>(i)].to = static_cast<double>(i + 1) / bins;
    }
    for (std::size_t i = 0; i < chances.size(); ++i) {
        auto& bin = all[static_cast<std::size_t>(std::clamp(static_cast<int>(chances[i] * bins), 0, bins - 1))];
        bin.deals += 1;
        bin.won += won[i] != 0 ? 1 : 0;
        bin.predicted += chances[i];
    }
    std::erase_if(all, [](const ReliabilityBin& bin) { return bin.deals == 0; });
    for (auto& bin : all) {
        bin.predicted /= bin.deals;
        bin.observed = static_cast<double>(bin.won) / bin.deals;
        bin.low = bin.won == 0 ? 0 : beta_value_at(bin.won + 0.5, bin.deals - bin.won + 0.5, in_tail);
        bin.high = bin.won == bin.deals ? 1 : beta_value_at(bin.won + 0.5, bin.deals - bin.won + 0.5, 1 - in_tail);
    }
    return all;
}

}
