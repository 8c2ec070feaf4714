#pragma once

#include "core/base/random.hpp"
#include "core/calibration/history_model.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace middleground::test {

// Models of generated histories, and what is looked up in them.

inline const HistoryQuestion question{"Status", "Won", {}, {"Id"}};
inline const HistorySettings quick{1, 4, 1};

inline const std::vector<GeneratedColumn> usual{
    {"Budget", {{"Yes", 0.8}, {"No", -0.8}}},
    {"Competitor", {{"None", 1.0}, {"One", 0}, {"Unknown", -1.0}}},
    {"Colour", {{"Red", 0}, {"Green", 0}, {"Blue", 0}}},
};

inline HistoryModel fitted(const TextTable& table, const HistoryQuestion& asked = question, const HistorySettings& settings = quick) {
    const auto model = fit_history(table, asked, settings);
    INFO((model ? std::string() : model.error().message()));
    REQUIRE(model.has_value());
    return *model;
}

inline const ColumnPull& column(const HistoryModel& model, const std::string& name) {
    const auto found = std::ranges::find(model.columns, name, &ColumnPull::column);
    REQUIRE(found != model.columns.end());
    return *found;
}

inline double pull(const HistoryModel& model, const std::string& name, const std::string& value) {
    const auto& levels = column(model, name).levels;
    const auto found = std::ranges::find(levels, value, &LevelPull::value);
    REQUIRE(found != levels.end());
    return found->log_odds;
}

inline TextTable history(std::uint64_t seed, int deals) {
    Random random(seed);
    return generated_history(random, deals, 0, usual);
}

void set(TextTable& table, const std::string& name, const auto& value_of) {
    const auto place = column_place(table, name);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i][place] = value_of(i, table.rows[i]);
    }
}

// The same rows and columns in another order.
inline TextTable reordered(const TextTable& table, std::uint64_t seed) {
    Random random(seed);
    auto other = table;
    for (auto i = static_cast<std::uint32_t>(other.rows.size()); i > 1; --i) {
        std::swap(other.rows[i - 1], other.rows[random.below(i)]);
    }
    for (auto i = static_cast<std::uint32_t>(other.columns.size()); i > 1; --i) {
        const auto j = random.below(i);
        std::swap(other.columns[i - 1], other.columns[j]);
        for (auto& row : other.rows) {
            std::swap(row[i - 1], row[j]);
        }
    }
    return other;
}

// Every number of a model, bit by bit.
inline std::vector<double> numbers(const HistoryModel& model) {
    std::vector<double> all{model.base_rate,   model.penalty,         model.slope,       model.average_log_odds,
                            model.check.auc,   model.check.auc_error, model.check.brier, model.check.brier_error,
                            model.closed + 0., model.won + 0.,        model.open + 0.,   model.duplicates + 0.};
    for (const auto& one : model.columns) {
        all.push_back(one.strength);
        for (const auto& level : one.levels) {
            all.insert(all.end(), {level.log_odds, level.odds, level.deals + 0., level.won + 0.});
        }
    }
    for (const auto& bin : model.check.reliability) {
        all.insert(all.end(), {bin.from, bin.predicted, bin.observed, bin.low, bin.high, bin.deals + 0.});
    }
    return all;
}

}
