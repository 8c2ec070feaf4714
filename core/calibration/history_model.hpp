#pragma once

#include "core/calibration/history_check.hpp"
#include "core/calibration/history_design.hpp"
#include "core/calibration/history_leaks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a history of closed deals without commitments says about the chances of a deal: for each answer a factor on the odds, and how well
// that predicts deals it has not seen. The same table, in any order of its rows and columns, gives the same bits everywhere.

inline constexpr int fewest_closed_deals = 40;
inline constexpr int fewest_of_a_kind = 10; // won, and not won

enum class LevelKind : std::uint8_t {
    named,
    unknown, // "unknown", "n/a", "?", "-" or nothing
    other,   // all that are too rare for a factor of their own, and what was never seen
    range    // of numbers
};

struct LevelPull {
    std::string value; // of a range "10,000 to under 25,000"
    LevelKind kind = LevelKind::named;
    std::optional<double> from = {}; // of a range, with it; the lowest has none
    std::optional<double> to = {};   // of a range, without it; the highest has none
    int deals = 0;
    int won = 0;
    double log_odds = 0; // added to those of the average deal
    double odds = 1;     // the same as a factor
};

// The factors of a column's values; their logarithms, weighed by the deals, add up to 0.
struct ColumnPull {
    std::string column; // of days two: "Created: age in days" and "Created: month"
    HistoryKind kind = HistoryKind::category;
    char point = 0;                // the decimal point of its numbers, where they show it
    std::vector<LevelPull> levels; // by name or from the lowest, "unknown" first and "other" last
    double strength = 0;           // standard deviation of log_odds over the deals
};

struct UnusedColumn {
    std::string column;
    ColumnUse why = ColumnUse::constant;
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
    std::vector<HistoryLeak> leaks; // left out unless kept
    HistoryCheck check;
    std::string closed_on;               // the column with the day on which deals ended; empty: none
    std::optional<ForwardCheck> forward; // nothing: without such a column, or too few deals on either side

    double average_chance() const;
    // What is to be quoted: how well later deals were predicted, where that is known.
    const HistoryCheck& quoted() const { return forward ? forward->check : check; }
};

// Errors: see history_rows. Takes about a second for 400 deals with 20 columns, and some ten seconds for 100,000.
Result<HistoryModel> fit_history(const TextTable& table, const HistoryQuestion& question, const HistorySettings& settings = {});

struct HistoryAnswer {
    std::string column;
    std::string value;
};

struct AnswerPull {
    std::string column;
    std::string value; // as in the deal; empty when the deal does not say
    LevelKind kind = LevelKind::named;
    double log_odds = 0;
    double odds = 1;
};

struct HistoryPrediction {
    double log_odds = 0; // average + what the answers add
    double chance = 0;   // the same as a chance
    double average = 0;
    std::vector<AnswerPull> pulls; // of the model's columns, strongest first
};

// What kind of level an answer is to a column.
LevelKind level_of(const ColumnPull& column, std::string_view answer);

// What the model says about a deal; columns that the deal does not have count as unknown. To a column of numbers, one of its ranges or a
// number is an answer; anything else is unknown. Nothing when there were too few deals.
std::optional<HistoryPrediction> predict(const HistoryModel& model, const std::vector<HistoryAnswer>& answers);

}
