#include "core/calibration/history_design.hpp"

#include "core/base/random.hpp"
#include "core/calibration/history_training.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// One column of numbers beside one that tells the deals apart.
HistoryRows rows_of(const std::vector<std::string>& values) {
    TextTable table{{"Amount", "Deal", "Status"}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        table.rows.push_back({values[i], "D" + std::to_string(i), i % 3 == 0 ? "Won" : "Lost"});
    }
    const auto rows = history_rows(table, {"Status", "Won", {}, {}});
    INFO((rows ? std::string() : rows.error().message()));
    REQUIRE(rows.has_value());
    return *rows;
}

std::vector<std::string> values_of(int count, const auto& value_of) {
    std::vector<std::string> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(value_of(i));
    }
    return values;
}

const LevelPlaces& amounts(const Design& design) {
    return design.columns.front();
}

// How many of the rows have each place of the column.
std::vector<int> sizes(const HistoryRows& rows, const LevelPlaces& places) {
    std::vector<int> counts(static_cast<std::size_t>(1 + *std::ranges::max_element(places.place)));
    for (int row = 0; row < rows.count(); ++row) {
        const int place = places.place[static_cast<std::size_t>(rows.level(row, 0))];
        if (place >= 0) counts[static_cast<std::size_t>(place)] += 1;
    }
    return counts;
}

}

TEST_CASE("numbers are divided into eight parts of equal size") {
    const auto rows = rows_of(values_of(160, [](int i) { return std::to_string(1000 + 13 * i); }));
    const auto places = amounts(design_for(rows, all_rows(rows)));
    CHECK(places.use == ColumnUse::used);
    CHECK(places.edges.size() == 7);
    CHECK(sizes(rows, places) == std::vector<int>(8, 20));
}

TEST_CASE("what is not known has a part of its own") {
    const auto rows = rows_of(values_of(160, [](int i) { return i % 4 == 0 ? " - " : std::to_string(1000 + 13 * i); }));
    const auto places = amounts(design_for(rows, all_rows(rows)));
    CHECK(sizes(rows, places) == std::vector<int>{40, 15, 15, 15, 15, 15, 15, 15, 15});
    CHECK(places.place.front() == 0);
    CHECK(places.first_bin == 1);
    // Even where nothing but "known" or not can be told.
    const auto few = rows_of(values_of(100, [](int i) { return i < 91 ? "" : std::to_string(i * i); }));
    CHECK(few.columns.front().kind == HistoryKind::category); // too few different ones
    CHECK(sizes(few, amounts(design_for(few, all_rows(few)))) == std::vector<int>{91, 9});
    const auto eleven = rows_of(values_of(100, [](int i) { return i < 89 ? "" : std::to_string(i * i); }));
    const auto known = amounts(design_for(eleven, all_rows(eleven)));
    CHECK(known.use == ColumnUse::used);
    CHECK(sizes(eleven, known) == std::vector<int>{89, 5, 6});
}

TEST_CASE("one value is never divided, and no part is small") {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        const auto most = 11 + random.below(60);
        const auto zeros = random.below(10);
        const auto blanks = random.below(4);
        const auto rows = rows_of(values_of(60 + static_cast<int>(random.below(140)), [&](int i) -> std::string {
            if (i < 11) return std::to_string(i + 1); // enough to be numbers
            if (random.below(10) < blanks) return "";
            return random.below(10) < zeros ? "0" : std::to_string(random.below(most));
        }));
        INFO(round);
        REQUIRE(rows.columns.front().kind == HistoryKind::number);
        const auto places = amounts(design_for(rows, all_rows(rows)));
        if (places.use != ColumnUse::used) continue;
        REQUIRE(std::ranges::is_sorted(places.edges));
        REQUIRE(places.edges.size() < static_cast<std::size_t>(most_bins));
        const auto counts = sizes(rows, places);
        for (std::size_t i = static_cast<std::size_t>(places.first_bin); i < counts.size(); ++i) {
            REQUIRE(counts[i] >= 5);
        }
        const auto& numbers = rows.columns.front().numbers;
        for (std::size_t level = rows.columns.front().has_unknown ? 1 : 0; level < numbers.size(); ++level) {
            const auto bin = std::ranges::count_if(places.edges, [&](double edge) { return numbers[level] >= edge; });
            REQUIRE(places.place[level] == places.first_bin + bin);
        }
    }
}

TEST_CASE("numbers that are all the same, or all unknown in the chosen rows, say nothing") {
    auto rows = rows_of(values_of(100, [](int i) { return i < 40 ? "7" : i < 80 ? "" : std::to_string(i); }));
    std::vector<int> same;
    std::vector<int> unknown;
    for (int row = 0; row < rows.count(); ++row) {
        const auto level = rows.level(row, 0);
        if (level == 0) unknown.push_back(row);
        if (level == 1) same.push_back(row);
    }
    CHECK(amounts(design_for(rows, same)).use == ColumnUse::constant);
    CHECK(amounts(design_for(rows, unknown)).use == ColumnUse::constant);
}

TEST_CASE("where numbers are divided depends on the chosen rows only") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        INFO(seed);
        Random random(seed);
        auto table = generated_numbers(random, 120).table;
        // The first 80 deals stay, and the others say something else.
        auto other = table;
        for (std::size_t i = 80; i < other.rows.size(); ++i) {
            for (std::size_t column = 0; column < 6; ++column) {
                other.rows[i][column] = random.below(4) == 0 ? "" : std::to_string(random.below(100000)) + '.' + std::to_string(i);
            }
        }
        const auto design_of = [](TextTable one) {
            one.columns.emplace_back("Deal");
            for (std::size_t i = 0; i < one.rows.size(); ++i) {
                one.rows[i].push_back((i < 80 ? "chosen " : "other ") + std::to_string(i));
            }
            const auto rows = history_rows(one, {"Status", "Won", {}, {}});
            REQUIRE(rows.has_value());
            const auto deal = static_cast<int>(std::ranges::find(rows->columns, "Deal", &HistoryColumn::name) - rows->columns.begin());
            std::vector<int> chosen;
            for (int row = 0; row < rows->count(); ++row) {
                const auto& name = rows->columns[static_cast<std::size_t>(deal)].keys[static_cast<std::size_t>(rows->level(row, deal))];
                if (name.starts_with("chosen")) chosen.push_back(row);
            }
            REQUIRE(chosen.size() == 80);
            std::vector<std::vector<double>> edges;
            for (const auto& column : design_for(*rows, chosen).columns) {
                edges.push_back(column.edges);
            }
            return edges;
        };
        REQUIRE(design_of(other) == design_of(table));
    }
}

TEST_CASE("many columns of numbers leave a design that can be worked on") {
    Random random(8);
    auto table = generated_numbers(random, 400, 60).table;
    const auto rows = history_rows(table, {"Status", "Won", {}, {}});
    REQUIRE(rows.has_value());
    const auto design = design_for(*rows, all_rows(*rows));
    CHECK(design.places <= 200);
    CHECK(std::ranges::count(design.columns, ColumnUse::used, &LevelPlaces::use) > 60);
}
