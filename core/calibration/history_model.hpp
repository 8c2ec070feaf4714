#pragma once

#include "core/calibration/history_rows.hpp"
#include "core/calibration/history_score.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a history of closed deals without commitments says about the chances of a deal: for each answer a factor on the odds, and how well
// that predicts deals it has not seen. The same table, in any order of its rows and columns, gives the same bits everywhere.

inline constexpr int fewest_closed_deals = 40;
inline constexpr int fewest_of_a_kind = 10; // won, and not won

struct HistorySettings {
    std::uint64_t seed = 1; // of the parts that the deals are dealt into
    int folds = 5;          // 2 and more
    int repeats = 10;       // 1 and more
};

enum class LevelKind : std::uint8_t {
    named,
    unknown, // "unknown", "n/a", "?", "-" or nothing
    other    // all that are too rare for a factor of their own, and what was never seen
};

struct LevelPull {
    std::string value;
    LevelKind kind = LevelKind::named;
    int deals = 0;
    int won = 0;
    double log_odds = 0; // added to those of the average deal
    double odds = 1;     // the same as a factor
};

// The factors of a column's values; their logarithms, weighed by the deals, add up to 0.
struct ColumnPull {
    std::string column;
    std::vector<LevelPull> levels; // by name, "unknown" first and "other" last
    double strength = 0;           // standard deviation of log_odds over the deals
};

struct UnusedColumn {
    std::string column;
    ColumnUse why = ColumnUse::constant;
};

struct HistoryCheck {
    double auc = 0.5;                        // mean of the repeats, each deal predicted by a model that was fitted without it
    double auc_error = 0;                    // standard error for so many deals
    double brier = 0.25;                     // mean of the repeats
    double brier_error = 0;                  // standard error for so many deals
    double brier_base = 0;                   // if every deal were given the base rate
    std::vector<ReliabilityBin> reliability; // of each deal's mean chance
};

enum class HistoryState : std::uint8_t {
    too_few, // counts only
    fitted
};

struct HistoryModel {
    HistoryState state = HistoryState::too_few;
    int closed = 0; // deals, each once
    int won = 0;
    int open = 0;       // rows left out: not closed
    int duplicates = 0; // rows left out: equal to another in every column
    double base_rate = 0;
    double penalty = 0; // chosen for all deals; and what the weights were then multiplied with
    double slope = 1;
    double average_log_odds = 0;     // of a deal whose every factor is 1
    std::vector<ColumnPull> columns; // strongest first, then by name
    std::vector<UnusedColumn> unused;
    HistoryCheck check;

    double average_chance() const;
};

// Errors: see history_rows. Takes about a second for 400 deals with 20 columns, and grows with their product.
Result<HistoryModel> fit_history(const TextTable& table, const HistoryQuestion& question, const HistorySettings& settings = {});

struct HistoryAnswer {
    std::string column;
    std::string value;
};

struct AnswerPull {
    std::string column;
    std::string value; // as in the deal; empty when the deal does not say
    LevelKind kind = LevelKind::named;
    double odds = 1;
};

struct HistoryPrediction {
    double chance = 0; // average odds * the factors, as a chance
    double average = 0;
    std::vector<AnswerPull> pulls; // of the model's columns, strongest first
};

// What the model says about a deal; columns that the deal does not have count as unknown. Nothing when there were too few deals.
std::optional<HistoryPrediction> predict(const HistoryModel& model, const std::vector<HistoryAnswer>& answers);

}
