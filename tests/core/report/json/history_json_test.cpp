#include "core/report/json/history_json.hpp"

#include "core/base/date.hpp"
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

TEST_CASE("numbers, days, leaks and the base of a deal as JSON") {
    Random random(2);
    auto table = generated_numbers(random, 300).table;
    table.columns.insert(table.columns.end(), {"Closed", "Reason lost"});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const bool won = table.rows[i].back() == "Won";
        table.rows[i].push_back(Date::from_days(20000 + static_cast<int>(i)).iso());
        table.rows[i].emplace_back(won ? "" : "Price");
    }
    const HistorySettings settings{1, 3, 2};
    const auto model = fit_history(table, {"Status", "Won", {}, {}, {}, "Closed"}, settings);
    REQUIRE(model);
    const auto base = own_base(*model, {{"Region", "North"}}, "deals.csv");
    REQUIRE(base);
    const auto read = io::parse_json(write_history(*model, settings, &*base));
    REQUIRE(read);
    const auto& json = *read;
    CHECK(json["quoted"] == "forward");
    CHECK(json["forward"]["closed_on"] == "Closed");
    CHECK(json["forward"]["first_day"] == Date::from_days(20210).iso());
    CHECK(json["forward"]["trained"] == 210);
    CHECK(json["forward"]["tested"] == 90);
    CHECK(json["forward"]["undated"] == 0);
    CHECK(json["forward"].contains("reliability"));
    REQUIRE(json["leaks"].size() == 1);
    CHECK(json["leaks"][0]["column"] == "Reason lost");
    CHECK(json["leaks"][0]["why"] == "one_outcome");
    CHECK(json["leaks"][0]["kept"] == false);
    for (const auto& column : json["columns"]) {
        if (column["column"] != "Amount") continue;
        CHECK(column["holds"] == "number");
        const auto& levels = column["levels"];
        CHECK(levels[0]["kind"] == "range");
        CHECK_FALSE(levels[0].contains("from"));
        CHECK(levels[0]["to"] == levels[1]["from"]);
    }
    CHECK(json["base"]["origin"].get<std::string>().ends_with(": deals.csv"));
    CHECK(json["base"]["pulls"].size() == model->columns.size());
    const auto plain = io::parse_json(write_history(*fit_history(table, {"Status", "Won", {}, {"Closed"}}, settings), settings));
    REQUIRE(plain);
    CHECK((*plain)["quoted"] == "check");
    CHECK_FALSE(plain->contains("forward"));
    CHECK_FALSE(plain->contains("base"));
}
