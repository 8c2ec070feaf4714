#include "app/session/store/store_settings.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("settings of two windows: what one of them changed stays, the day of the last open deal with it") {
    Settings base;
    base.last_open = {"d00001"};
    base.last_open_on = Date::from_days(20000);
    auto theirs = base;
    theirs.last_open = {"d00002"};
    theirs.last_open_on = Date::from_days(20001);
    auto mine = base;
    mine.currency = "GBP";
    const auto merged = merged_settings(base, mine, theirs);
    CHECK(merged.last_open == theirs.last_open);
    CHECK(merged.last_open_on == theirs.last_open_on);
    CHECK(merged.currency == "GBP");
}
