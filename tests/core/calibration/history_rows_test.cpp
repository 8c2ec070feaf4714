#include "core/calibration/history_rows.hpp"

#include "core/base/random.hpp"
#include "core/calibration/history_training.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

std::string said(const TextTable& table, const HistoryQuestion& asked) {
    const auto rows = history_rows(table, asked);
    REQUIRE_FALSE(rows.has_value());
    return rows.error().message();
}

// Fifty deals, all of them different.
TextTable fifty_deals() {
    TextTable table{{"Budget", "Competitor", "Colour", "Id", "Status"}, {}};
    for (int i = 0; i < 50; ++i) {
        table.rows.push_back(
            {i % 2 == 0 ? "Yes" : "No", "None", i % 3 == 0 ? "Red" : "Blue", std::to_string(i), i % 4 == 0 ? "Won" : "Lost"});
    }
    return table;
}

}

TEST_CASE("a question that the table cannot answer is refused in words") {
    const auto table = fifty_deals();
    CHECK(said(table, {"Outcome", "Won", {}, {}}).starts_with("There is no column \"Outcome\". The columns are Budget, "));
    CHECK(said(table, {"Status", "Victory", {}, {}}) == "No row has \"Victory\" in the column \"Status\". Its values are Lost and Won.");
    CHECK(said(table, {"Status", " ", {}, {}}).contains("another value"));
    CHECK(said(table, {"Status", "Won", {}, {"Weather"}}).starts_with("There is no column \"Weather\""));
    CHECK(said(table, {"Status", "Won", {}, {"Id", "Budget", "Competitor", "Colour"}}).starts_with("No column is left"));
    auto twice = table;
    twice.columns[1] = "Budget";
    CHECK(said(twice, {"Status", "Won", {}, {}}).starts_with("There are 2 columns \"Budget\""));
    auto ragged = table;
    ragged.rows[4].pop_back();
    CHECK(said(ragged, {"Status", "Won", {}, {}}) == "A row has 4 values for 5 columns (row 5).");
    CHECK(said({table.columns, {}}, {"Status", "Won", {}, {}}).contains("no rows"));
    CHECK(said({}, {"Status", "Won", {}, {}}).contains("no column"));
    TextTable large{{"Status"}, {}};
    for (int i = 0; i < 500; ++i) {
        large.columns.push_back("Column " + std::to_string(i));
    }
    for (int i = 0; i < 6001; ++i) {
        std::vector<std::string> row(501, std::to_string(i));
        row[0] = i % 2 == 0 ? "Won" : "Lost";
        large.rows.push_back(row);
    }
    CHECK(said(large, {"Status", "Won", {}, {}}).contains("up to 6000 of them"));
    CHECK(said(table, {"Status", "Won", {}, {}, {"Weather"}}).starts_with("There is no column \"Weather\""));
    CHECK(said(table, {"Status", "Won", {}, {}, {}, "Closed"}).starts_with("There is no column \"Closed\""));
    CHECK(said(table, {"Status", "Won", {}, {}, {}, "Colour"}) ==
          "The column \"Colour\" does not hold the days on which deals ended. Name another one.");
    CHECK(said(table, {"Status", "Won", {}, {"Id"}, {}, "Id"}).contains("cannot be left out and say when deals ended"));
    CHECK(said(table, {"Status", "Won", {}, {}, {}, "Status"}).contains("cannot be left out and say when deals ended"));
}

TEST_CASE("a table with very many values stays workable") {
    Random random(14);
    TextTable table{{"Status"}, {}};
    for (int i = 0; i < 12; ++i) {
        table.columns.push_back("Column " + std::to_string(i));
    }
    for (int i = 0; i < 400; ++i) {
        std::vector<std::string> row{random.below(2) != 0 ? "Won" : "Lost"};
        for (int column_index = 0; column_index < 12; ++column_index) {
            row.push_back("Value " + std::to_string(random.below(40)));
        }
        table.rows.push_back(row);
    }
    const auto rows = history_rows(table, {"Status", "Won", {}, {}});
    REQUIRE(rows);
    CHECK(rows->columns.front().kind == HistoryKind::category);
    const auto design = design_for(*rows, all_rows(*rows));
    CHECK(design.places <= 200);
    const auto inputs = one_hot(*rows, design, all_rows(*rows));
    CHECK(inputs.places == design.places);
    for (int i = 0; i < inputs.count(); ++i) {
        CHECK(std::ranges::is_sorted(inputs.row(i)));
    }
}

TEST_CASE("a history without some of its columns is as if they had been dropped") {
    auto table = fifty_deals();
    table.columns.emplace_back("Created");
    table.columns.emplace_back("Ended");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].push_back("2026-01-" + std::to_string(10 + i % 20));
        table.rows[i].push_back("2026-03-" + std::to_string(10 + i % 20));
    }
    const auto whole = history_rows(table, {"Status", "Won", {}, {}, {}, "Ended"});
    const auto dropped = history_rows(table, {"Status", "Won", {}, {"Created", "Colour"}, {}, "Ended"});
    REQUIRE(whole);
    REQUIRE(dropped);
    CHECK(whole->columns.size() == dropped->columns.size() + 3);
    const auto rest = without_columns(*whole, {"Created", "Colour"});
    CHECK(rest.levels == dropped->levels);
    CHECK(rest.won == dropped->won);
    CHECK(rest.closed_on == dropped->closed_on);
    CHECK(std::ranges::equal(rest.columns, dropped->columns, {}, &HistoryColumn::name, &HistoryColumn::name));
    CHECK(is_column_of_days(table, 5));
    CHECK_FALSE(is_column_of_days(table, 3));
}
