#include "core/calibration/history_check.hpp"

#include "core/base/random.hpp"
#include "core/base/sort_list.hpp"
#include "core/calibration/history_model.hpp"
#include "core/calibration/history_training.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// So that a bin holds some 20 deals or more on average.
constexpr int many_deals = 200;
constexpr int bins_for_many = 10;
constexpr int bins_for_few = 5;

int bins_for(std::size_t deals) {
    return deals >= many_deals ? bins_for_many : bins_for_few;
}

// With very many deals one repeat says all; with few it costs little to make them all. What a fit costs, in basic operations: pairs of
// answers for each deal, for each penalty that is tried and for each step of each.
int affordable_repeats(const HistoryRows& rows, const HistorySettings& settings) {
    constexpr double budget = 4e9;
    constexpr double steps_of_choice = 110;
    constexpr double steps_of_fit = 10;
    const auto columns = static_cast<double>(rows.columns.size());
    const double pairs = columns * (columns + 1) / 2 + 30;
    const auto deals = static_cast<double>(rows.won.size());
    const double fit = pairs * (std::min<double>(deals, most_rows_for_penalty) * steps_of_choice + deals * steps_of_fit);
    return std::clamp(static_cast<int>(budget / (fit * settings.folds)), 1, std::max(settings.repeats, 1));
}

double mean_square_off(const std::vector<std::uint8_t>& won, double chance) {
    const auto count = static_cast<double>(won.size());
    const auto wins = static_cast<double>(std::ranges::count(won, 1));
    return (wins * (1 - chance) * (1 - chance) + (count - wins) * chance * chance) / count;
}

double share_won(const std::vector<std::uint8_t>& won) {
    return static_cast<double>(std::ranges::count(won, 1)) / static_cast<double>(won.size());
}

}

HistoryCheck cross_validated(const HistoryRows& rows, const HistorySettings& settings) {
    HistoryCheck check;
    check.deals = rows.count();
    check.repeats = affordable_repeats(rows, settings);
    Random random(settings.seed);
    std::vector<double> mean_chances(rows.won.size());
    check.auc = 0;
    check.brier = 0;
    for (int repeat = 0; repeat < check.repeats; ++repeat) {
        const auto part = dealt_parts(rows.won, settings.folds, random);
        std::vector<double> chances(rows.won.size());
        for (int fold = 0; fold < settings.folds; ++fold) {
            const auto split = rows_of_part(part, fold);
            const auto of_fold = chances_of(train_history(rows, split.outside), rows, split.inside);
            for (std::size_t i = 0; i < of_fold.size(); ++i) {
                chances[static_cast<std::size_t>(split.inside[i])] = of_fold[i];
            }
        }
        check.auc += area_under_curve(chances, rows.won);
        check.brier += brier_score(chances, rows.won).mean;
        for (std::size_t i = 0; i < chances.size(); ++i) {
            mean_chances[i] += chances[i];
        }
    }
    for (auto& chance : mean_chances) {
        chance /= check.repeats;
    }
    check.auc /= check.repeats;
    check.brier /= check.repeats;
    const auto won = static_cast<int>(std::ranges::count(rows.won, 1));
    check.auc_error = area_error(check.auc, won, rows.count() - won);
    check.brier_error = brier_score(mean_chances, rows.won).error;
    const double base = static_cast<double>(won) / rows.count();
    check.brier_base = base * (1 - base);
    check.reliability = reliability(mean_chances, rows.won, bins_for(rows.won.size()));
    return check;
}

std::optional<ForwardCheck> forward_check(const HistoryRows& rows) {
    constexpr std::size_t tenths_before = 7;
    std::vector<std::int32_t> days;
    for (const auto& day : rows.closed_on) {
        if (day) days.push_back(*day);
    }
    if (days.empty()) return {};
    sort_list(days);
    // The beginning of a day that is nearest to the 70 %.
    const auto cut = days.size() * tenths_before / 10;
    const auto begin = static_cast<std::size_t>(std::ranges::lower_bound(days, days[cut]) - days.begin());
    const auto end = static_cast<std::size_t>(std::ranges::upper_bound(days, days[cut]) - days.begin());
    const auto at = end < days.size() && end - cut < cut - begin ? end : begin;
    ForwardCheck forward;
    forward.from = days[at];
    forward.undated = rows.count() - static_cast<int>(days.size());
    std::vector<int> before;
    std::vector<int> after;
    std::vector<std::uint8_t> won_before;
    std::vector<std::uint8_t> won_after;
    for (int row = 0; row < rows.count(); ++row) {
        const auto& day = rows.closed_on[static_cast<std::size_t>(row)];
        if (!day) continue;
        const bool is_before = *day < forward.from;
        (is_before ? before : after).push_back(row);
        (is_before ? won_before : won_after).push_back(rows.won[static_cast<std::size_t>(row)]);
    }
    const auto fewest_kind = [](const std::vector<std::uint8_t>& won) {
        const auto wins = std::ranges::count(won, 1);
        return std::min(wins, std::ssize(won) - wins);
    };
    if (fewest_kind(won_before) < fewest_of_a_kind || fewest_kind(won_after) < fewest_ahead) return {};
    forward.trained = static_cast<int>(before.size());
    const auto chances = chances_of(train_history(rows, before), rows, after);
    auto& check = forward.check;
    check.deals = static_cast<int>(after.size());
    check.auc = area_under_curve(chances, won_after);
    const auto wins = static_cast<int>(std::ranges::count(won_after, 1));
    check.auc_error = area_error(check.auc, wins, check.deals - wins);
    const auto brier = brier_score(chances, won_after);
    check.brier = brier.mean;
    check.brier_error = brier.error;
    check.brier_base = mean_square_off(won_after, share_won(won_before));
    check.reliability = reliability(chances, won_after, bins_for(after.size()));
    return forward;
}

}
