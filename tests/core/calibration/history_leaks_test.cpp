#include "core/calibration/history_leaks.hpp"

#include "core/base/date.hpp"
#include "core/base/random.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<HistoryLeak> leaks_of(const TextTable& table, const std::vector<std::string>& kept = {}) {
    const auto rows = history_rows(table, {"Status", "Won", {}, {}});
    INFO((rows ? std::string() : rows.error().message()));
    REQUIRE(rows.has_value());
    return leaks_in(*rows, kept);
}

// Two honest columns, and one more.
TextTable with_column(int deals, const auto& value_of) {
    Random random(4);
    auto table = generated_history(random, deals, 0, {{"Budget", {{"Yes", 0.8}, {"No", -0.8}}}, {"Size", {{"Big", 0}, {"Small", 0}}}});
    table.columns.emplace_back("Extra");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i].push_back(value_of(i, table.rows[i].back() == "Won"));
    }
    return table;
}

}

TEST_CASE("a column that is filled for one outcome only is named") {
    const auto leaks = leaks_of(with_column(100, [](std::size_t i, bool won) { return won ? "" : i % 2 == 0 ? "Price" : "No reply"; }));
    REQUIRE(leaks.size() == 1);
    CHECK(leaks[0].column == "Extra");
    CHECK(leaks[0].kind == LeakKind::one_outcome);
    CHECK_FALSE(leaks[0].won);
    CHECK(leaks[0].filled > 30);
    CHECK_FALSE(leaks[0].kept);
    // Not for all of them either.
    const auto some =
        leaks_of(with_column(200, [](std::size_t i, bool won) { return won && i % 4 == 0 ? "C-" + std::to_string(i) : " - "; }));
    REQUIRE(some.size() == 1);
    CHECK(some[0].kind == LeakKind::one_outcome);
    CHECK(some[0].won);
}

TEST_CASE("a handful that ended alike is no alarm") {
    int filled = 0;
    CHECK(leaks_of(with_column(100, [&](std::size_t, bool won) { return won && ++filled <= 5 ? "Trial" : ""; })).empty());
    CHECK(leaks_of(with_column(100, [](std::size_t, bool) { return ""; })).empty());
    CHECK(leaks_of(with_column(100, [](std::size_t i, bool) { return std::to_string(i * i); })).empty());
    CHECK(leaks_of(with_column(100, [](std::size_t i, bool) { return "a text of its own " + std::to_string(i); })).empty());
}

TEST_CASE("a column that tells nearly all is named, a good one is not") {
    const auto words = [](int wrong) {
        return [wrong](std::size_t i, bool won) { return won == (static_cast<int>(i % 100) >= wrong) ? "Closed" : "Open"; };
    };
    const auto leaks = leaks_of(with_column(400, words(4)));
    REQUIRE(leaks.size() == 1);
    CHECK(leaks[0].kind == LeakKind::nearly_alone);
    CHECK(leaks[0].auc > 0.94);
    CHECK(leaks_of(with_column(400, words(15))).empty()); // 0.85
    // Numbers, apart or overlapping; such as are good in the middle; days.
    Random random(6);
    const auto apart = [&](int by) {
        return [&random, by](std::size_t, bool won) { return std::to_string(static_cast<int>(random.below(30)) + (won ? by : -by)); };
    };
    CHECK(leaks_of(with_column(400, apart(100))).size() == 1);
    CHECK(leaks_of(with_column(400, apart(4))).empty());
    const auto bent = leaks_of(with_column(400, [&](std::size_t i, bool won) {
        return std::to_string(won ? 100 + random.below(50) : (i % 2 == 0 ? 0 : 200) + random.below(50));
    }));
    REQUIRE(bent.size() == 1);
    CHECK(bent[0].kind == LeakKind::nearly_alone);
    const auto days =
        leaks_of(with_column(400, [&](std::size_t i, bool won) { return won ? Date::from_days(20000 + static_cast<int>(i)).iso() : ""; }));
    REQUIRE(days.size() == 1);
    CHECK(days[0].kind == LeakKind::one_outcome);
    CHECK(days[0].column == "Extra");
}

TEST_CASE("what was asked for is named all the same") {
    const auto leaks = leaks_of(with_column(100, [](std::size_t, bool won) { return won ? "Signed" : ""; }), {"Extra"});
    REQUIRE(leaks.size() == 1);
    CHECK(leaks[0].kept);
}
