#include "core/report/json/history_json.hpp"

#include "core/codec/json_tree.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a history as JSON") {
    Random random(1);
    const auto table = generated_history(random, 100, 0, {{"Budget", {{"Yes", 1}, {"No", -1}, {"?", 0}}}});
    const HistorySettings settings{1, 3, 2};
    const auto model = fit_history(table, {"Status", "Won", {}, {}}, settings);
    REQUIRE(model);
    const auto json = io::parse_json(write_history(*model, settings));
    REQUIRE(json);
    CHECK((*json)["state"] == "fitted");
    CHECK((*json)["closed"] == 100);
    CHECK((*json)["won"] == model->won);
    REQUIRE((*json)["columns"].size() == 1);
    const auto& levels = (*json)["columns"][0]["levels"];
    CHECK(levels[0]["kind"] == "unknown");
    CHECK(levels[1]["value"] == "No");
    CHECK(levels[2]["kind"] == "named");
    CHECK((*json)["unused"][0]["column"] == "Id");
    CHECK((*json)["unused"][0]["why"] == "scattered");
    CHECK((*json)["check"]["repeats"] == 2);
    CHECK((*json)["check"]["reliability"].size() == model->check.reliability.size());
    CHECK(write_history(*fit_history(table, {"Status", "Won", {}, {}}, settings), settings) == write_history(*model, settings));

    auto few = table;
    few.rows.resize(20);
    const auto too_few = fit_history(few, {"Status", "Won", {}, {}}, settings);
    REQUIRE(too_few);
    const auto counts = io::parse_json(write_history(*too_few, settings));
    REQUIRE(counts);
    CHECK((*counts)["state"] == "too_few");
    CHECK((*counts)["closed"] == 20);
    CHECK_FALSE(counts->contains("check"));
}
