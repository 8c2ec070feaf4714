#include "core/calibration/history_model.hpp"

#include "core/base/date.hpp"
#include "core/base/math/exact_math.hpp"
#include "tests/support/history_models.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using Catch::Approx;

TEST_CASE("columns that say nothing are named and left out") {
    auto table = history(2, 120);
    table.columns.insert(table.columns.end(), {"Same", "Empty", "Mixed blanks"});
    const std::vector<std::string> blanks{"", "  ", "Unknown", "UNKNOWN", "n/a", "?", "-"};
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].insert(table.rows[i].end(), {i % 2 == 0 ? "always" : " Always ", "", blanks[i % blanks.size()]});
    }
    const auto model = fitted(table, {"Status", "Won", {}, {}});
    REQUIRE(model.unused.size() == 4);
    const auto why = [&](const std::string& name) { return std::ranges::find(model.unused, name, &UnusedColumn::column)->why; };
    CHECK(why("Id") == ColumnUse::scattered);
    CHECK(why("Same") == ColumnUse::constant);
    CHECK(why("Empty") == ColumnUse::constant);
    CHECK(why("Mixed blanks") == ColumnUse::constant);
    CHECK(model.columns.size() == 3);
}

TEST_CASE("numbers bend, and what is not known has its own factor") {
    Random random(16);
    const auto model = fitted(generated_numbers(random, 3000).table, {"Status", "Won", {}, {}}, {1, 2, 1});
    const auto& amount = column(model, "Amount");
    REQUIRE(amount.levels.size() == 8);
    CHECK(amount.kind == HistoryKind::number);
    CHECK_FALSE(amount.levels.front().from.has_value());
    CHECK_FALSE(amount.levels.back().to.has_value());
    CHECK(amount.levels.front().value == "under " + amount.levels[1].value.substr(0, amount.levels[1].value.find(" to under ")));
    CHECK(amount.levels.back().value.ends_with(" or more"));
    CHECK(amount.levels.front().log_odds > 0.6); // the larger, the less likely
    CHECK(amount.levels.back().log_odds < -0.6);
    for (std::size_t i = 1; i < amount.levels.size(); ++i) {
        CHECK(amount.levels[i].from == amount.levels[i - 1].to);
    }
    const auto& days = column(model, "Days").levels; // best in the middle
    CHECK(days[3].log_odds > days.front().log_odds + 0.3);
    CHECK(days[3].log_odds > days.back().log_odds + 0.3);
    const auto& employees = column(model, "Employees").levels;
    CHECK(employees.front().kind == LevelKind::unknown);
    CHECK(employees.front().log_odds < -0.2);
    CHECK(column(model, "Score").strength < 0.1);
    CHECK(model.check.auc > 0.73); // of the chances they were drawn with: 0.77
}

TEST_CASE("how numbers are written changes nothing but the bounds") {
    Random random(17);
    const auto table = generated_numbers(random, 300).table;
    auto german = table;
    set(german, "Amount", [](auto, const auto& row) {
        auto text = row[0];
        std::ranges::replace(text, '.', ',');
        return text + " \u20ac";
    });
    CHECK(numbers(fitted(german, {"Status", "Won", {}, {}})) == numbers(fitted(table, {"Status", "Won", {}, {}})));
}

TEST_CASE("days become an age and a month, and later deals are the ones to predict") {
    auto table = history(18, 300);
    table.columns.insert(table.columns.begin(), {"Created", "Closed"});
    const auto status = column_place(table, "Status") - 2;
    Random random(18);
    for (auto& row : table.rows) {
        // Deals that were lost had taken longer.
        const auto age = static_cast<int>(random.below(60)) + (row[status] == "Won" ? 10 : 30);
        const auto closed = Date::from_days(20000 + static_cast<int>(random.below(700)));
        row.insert(row.begin(), {(closed - age).iso(), closed.iso()});
    }
    const HistoryQuestion asked{"Status", "Won", {}, {"Id"}, {}, "Closed"};
    const auto model = fitted(table, asked);
    CHECK(model.closed_on == "Closed");
    REQUIRE(model.forward);
    CHECK(&model.quoted() == &model.forward->check);
    const auto& age = column(model, "Created: age in days");
    CHECK(age.kind == HistoryKind::age);
    CHECK(age.levels.front().log_odds > age.levels.back().log_odds + 1);
    CHECK(column(model, "Created: month").levels.size() == 12);
    CHECK(std::ranges::count(model.columns, "Closed", &ColumnPull::column) == 0);
    CHECK(predict(model, {{"Created: age in days", "12"}})->chance > predict(model, {{"Created: age in days", "85"}})->chance);
    CHECK(predict(model, {{"Created: month", "march"}})->pulls.size() == model.columns.size());
    // Without it the table's own latest day counts.
    const auto undated = fitted(table, {"Status", "Won", {}, {"Id", "Closed"}});
    CHECK_FALSE(undated.forward);
    CHECK(&undated.quoted() == &undated.check);
    CHECK(column(undated, "Created: age in days").strength < age.strength);
    // In any order of rows and columns the same bits.
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto other = fitted(reordered(table, seed), asked);
        CHECK(numbers(other) == numbers(model));
        CHECK(other.forward->check.brier == model.forward->check.brier);
        CHECK(other.forward->check.auc == model.forward->check.auc);
    }
}

TEST_CASE("a column that gives the outcome away is as if it were not there") {
    const auto table = history(19, 200);
    auto leaking = table;
    leaking.columns.emplace_back("Reason lost");
    const auto status = column_place(table, "Status");
    for (auto& row : leaking.rows) {
        row.push_back(row[status] == "Won" ? "" : row[0] == "Yes" ? "Price" : "Silence");
    }
    const auto model = fitted(leaking);
    REQUIRE(model.leaks.size() == 1);
    CHECK(model.leaks.front().column == "Reason lost");
    CHECK(numbers(model) == numbers(fitted(table)));
}

TEST_CASE("columns that say nothing are no model, but an average") {
    TextTable table{{"Empty", "Same", "Zero", "Status"}, {}};
    for (int i = 0; i < 60; ++i) {
        table.rows.push_back({i % 2 == 0 ? "" : "n/a", "Yes", "0", i % 3 == 0 ? "Won" : "Lost"});
    }
    // Each deal once: rows that are the same are one, so one more column tells them apart.
    table.columns.insert(table.columns.begin(), "Deal id");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].insert(table.rows[i].begin(), std::to_string(i));
    }
    const auto model = fitted(table, {"Status", "Won", {}, {}});
    CHECK(model.columns.empty());
    CHECK(model.unused.size() == 4);
    CHECK(model.average_chance() == Approx(model.base_rate));
    CHECK(model.check.auc == Approx(0.5).margin(0.1));
    CHECK(predict(model, {})->chance == model.average_chance());
}

TEST_CASE("whatever the columns hold, the answer is a model or words") {
    const std::vector<std::string> cells{
        "",           "n/a",      "0",         "-1",         "12,5", "1.234.567", "7 %",  "1e9", "2026-02-30",         "Price",
        "2026-06-30", "3/4/2026", "30.6.2026", "12/31/2025", "()",   "\u20ac 5",  "\xff", "Q4",  "999999999999999999", "a=b"};
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        INFO(seed);
        Random random(seed);
        TextTable table{{"A", "B", "C", "D", "Status"}, {}};
        std::vector<std::uint32_t> first; // each column has its own handful of cells, or numbers, or days of its own
        for (int column = 0; column < 4; ++column) {
            first.push_back(random.below(24));
        }
        for (int i = 0; i < 45 + static_cast<int>(random.below(40)); ++i) {
            std::vector<std::string> row;
            for (const auto begin : first) {
                if (begin >= 22) {
                    row.push_back(Date::from_days(20000 + static_cast<int>(random.below(400))).iso());
                } else if (begin >= 20) {
                    row.push_back(std::to_string(random.below(5000)));
                } else {
                    row.push_back(cells[(begin + random.below(6)) % cells.size()]);
                }
            }
            row.push_back(random.below(2) != 0 ? "Won" : "Lost");
            table.rows.push_back(std::move(row));
        }
        HistoryQuestion asked{"Status", "Won", {}, {}};
        if (is_column_of_days(table, 0)) asked.closed_on = "A";
        const auto model = fit_history(table, asked, {seed, 3, 1});
        if (!model) {
            REQUIRE(model.error().message().size() > 20);
            continue;
        }
        REQUIRE(model->check.auc >= 0);
        REQUIRE(model->check.auc <= 1);
        REQUIRE(model->check.brier < 0.5);
        if (model->state != HistoryState::fitted) continue;
        int deals = 0;
        for (const auto& one : model->columns) {
            deals = 0;
            for (const auto& level : one.levels) {
                deals += level.deals;
                REQUIRE(level.odds > 0);
                REQUIRE(level.odds < 1000);
            }
            REQUIRE(deals == model->closed);
        }
    }
}
