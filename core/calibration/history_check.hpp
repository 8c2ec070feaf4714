#pragma once

#include "core/calibration/history_rows.hpp"
#include "core/calibration/history_score.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace middleground {

// How well a history predicts deals that it has not seen.

struct HistorySettings {
    std::uint64_t seed = 1; // of the parts that the deals are dealt into
    int folds = 5;          // 2 and more
    int repeats = 10;       // 1 and more; fewer are made where that many would take long
};

struct HistoryCheck {
    int deals = 0;                           // that were predicted
    int repeats = 1;                         // that were made
    double auc = 0.5;                        // mean of the repeats, each deal predicted by a model that was fitted without it
    double auc_error = 0;                    // standard error for so many deals
    double brier = 0.25;                     // mean of the repeats
    double brier_error = 0;                  // standard error for so many deals
    double brier_base = 0;                   // if every deal were given the base rate of the deals that the model was fitted to
    std::vector<ReliabilityBin> reliability; // of each deal's mean chance
};

// The deals are dealt into folds, and each is predicted from the others.
HistoryCheck cross_validated(const HistoryRows& rows, const HistorySettings& settings);

// Forward in time, as a forecast is used: what the earlier deals say about the later ones.
struct ForwardCheck {
    std::int32_t from = 0; // the day, since 1970, on which the first of the predicted deals ended
    int trained = 0;       // deals that ended before that day
    int undated = 0;       // deals that are left out: it is not known when they ended
    HistoryCheck check;
};

inline constexpr int fewest_ahead = 5; // won, and not won, of the predicted deals; of the others as many as a model needs

// By the day on which they ended, the first 70 % of the deals against the rest; deals of one day stay together. Nothing where there are too
// few on either side.
std::optional<ForwardCheck> forward_check(const HistoryRows& rows);

}
