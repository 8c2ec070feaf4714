#include "core/calibration/history_check.hpp"

#include "core/base/date.hpp"
#include "core/base/random.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

// Deals with the day on which they ended: by their place in the table.
TextTable dated(int deals, const auto& day_of, std::uint64_t seed = 21) {
    Random random(seed);
    auto table = generated_history(random, deals, 0, {{"Budget", {{"Yes", 0.9}, {"No", -0.9}}}, {"Size", {{"Big", 0}, {"Small", 0}}}});
    table.columns.emplace_back("Closed");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].push_back(day_of(static_cast<int>(i)));
    }
    return table;
}

std::string iso(int day) {
    return Date::from_days(20000 + day).iso();
}

HistoryRows rows_of(const TextTable& table) {
    const auto rows = history_rows(table, {"Status", "Won", {}, {"Id"}, {}, "Closed"});
    INFO((rows ? std::string() : rows.error().message()));
    REQUIRE(rows.has_value());
    return *rows;
}

}

TEST_CASE("the earlier deals are held against the later ones") {
    const auto rows = rows_of(dated(400, [](int i) { return i % 40 == 3 ? "" : iso(i); }));
    CHECK(rows.columns.size() == 2); // when a deal ended says nothing of how
    const auto forward = forward_check(rows);
    REQUIRE(forward);
    CHECK(forward->undated == 10);
    CHECK(forward->trained == 273);
    CHECK(forward->check.deals == 117);
    CHECK(forward->from == 20280);
    CHECK(forward->check.auc > 0.6);
    CHECK(forward->check.auc < 0.8);
    CHECK(forward->check.brier < forward->check.brier_base);
    int deals = 0;
    for (const auto& bin : forward->check.reliability) {
        deals += bin.deals;
    }
    CHECK(deals == 117);
}

TEST_CASE("deals of one day are on one side") {
    const auto forward = forward_check(rows_of(dated(400, [](int i) { return iso(90 * (i / 100)); })));
    REQUIRE(forward);
    CHECK(forward->trained == 300);
    CHECK(forward->from == 20270);
    const auto halves = forward_check(rows_of(dated(400, [](int i) { return iso(i < 40 ? 0 : 1); })));
    REQUIRE(halves);
    CHECK(halves->trained == 40);
}

TEST_CASE("a past that has changed is seen forward in time, and not by the folds") {
    // Until lately a budget was good news; then it was bad news.
    auto table = dated(600, iso);
    for (std::size_t i = 420; i < table.rows.size(); ++i) {
        auto& budget = table.rows[i][0];
        budget = budget == "Yes" ? "No" : "Yes";
    }
    const auto rows = rows_of(table);
    const auto forward = forward_check(rows);
    REQUIRE(forward);
    CHECK(forward->check.auc < 0.4);
    CHECK(cross_validated(rows, {1, 5, 1}).auc > 0.5);
}

TEST_CASE("without days, or with too few on a side, nothing is said") {
    CHECK_FALSE(forward_check(rows_of(dated(400, [](int) { return iso(5); }))));
    CHECK_FALSE(forward_check(rows_of(dated(400, [](int i) { return i < 20 ? iso(i) : ""; }))));
    auto late_losses = dated(400, iso);
    const auto status = column_place(late_losses, "Status");
    for (std::size_t i = 280; i < 400; ++i) {
        late_losses.rows[i][status] = i < 284 ? "Won" : "Lost";
    }
    CHECK_FALSE(forward_check(rows_of(late_losses)));
    late_losses.rows[290][status] = "Won";
    CHECK(forward_check(rows_of(late_losses)));
    const auto rows = history_rows(dated(400, iso), {"Status", "Won", {}, {"Id", "Closed"}});
    REQUIRE(rows);
    CHECK_FALSE(forward_check(*rows));
}

TEST_CASE("fewer repeats are made of very many deals") {
    Random random(1);
    const auto few =
        history_rows(generated_history(random, 60, 0, {{"Budget", {{"Yes", 0.9}, {"No", -0.9}}}}), {"Status", "Won", {}, {"Id"}});
    REQUIRE(few);
    CHECK(cross_validated(*few, {1, 2, 3}).repeats == 3);
    HistoryRows many;
    many.columns = few->columns;
    for (int i = 0; i < 600000; ++i) {
        many.levels.push_back(static_cast<int>(random.below(static_cast<std::uint32_t>(few->columns.front().count()))));
        many.won.push_back(static_cast<std::uint8_t>(random.below(2)));
    }
    const auto check = cross_validated(many, {1, 2, 30});
    CHECK(check.repeats < 15);
    CHECK(std::abs(check.auc - 0.5) < 0.01);
}
