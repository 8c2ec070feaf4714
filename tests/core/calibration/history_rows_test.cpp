#include "core/calibration/history_rows.hpp"

#include "core/base/random.hpp"

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
    for (int i = 0; i < 100; ++i) {
        large.columns.push_back("Column " + std::to_string(i));
    }
    for (int i = 0; i < 2001; ++i) {
        std::vector<std::string> row(101, std::to_string(i));
        row[0] = i % 2 == 0 ? "Won" : "Lost";
        large.rows.push_back(row);
    }
    CHECK(said(large, {"Status", "Won", {}, {}}).contains("up to 2000 of them"));
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
            row.push_back(std::to_string(random.below(40)));
        }
        table.rows.push_back(row);
    }
    const auto rows = history_rows(table, {"Status", "Won", {}, {}});
    REQUIRE(rows);
    std::vector<int> all;
    for (int i = 0; i < static_cast<int>(rows->won.size()); ++i) {
        all.push_back(i);
    }
    const auto design = design_for(*rows, all);
    CHECK(design.places <= 200);
    const auto inputs = one_hot(*rows, design, all);
    CHECK(inputs.places == design.places);
    for (int i = 0; i < inputs.count(); ++i) {
        CHECK(std::ranges::is_sorted(inputs.row(i)));
    }
}
