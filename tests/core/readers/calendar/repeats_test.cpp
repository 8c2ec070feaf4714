#include "core/readers/calendar/repeats.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;
using namespace middleground::readers;

namespace {

// The first days from 10 June 2026, a blank between them.
std::string days(std::string_view rule, std::string_view start, std::size_t most = 4) {
    const auto read = repeat_rule(rule);
    if (!read) return "not understood";
    std::string text;
    const auto from = *Date::parse("2026-06-10");
    for (const auto day : repeat_days(*read, *Date::parse(start), from, from + 365, most)) {
        text += (text.empty() ? "" : " ") + day.iso().substr(5);
    }
    return text;
}

}

TEST_CASE("days on which a meeting repeats") {
    CHECK(days("FREQ=DAILY", "2026-06-01") == "06-10 06-11 06-12 06-13");
    CHECK(days("FREQ=DAILY;INTERVAL=7", "2026-06-01") == "06-15 06-22 06-29 07-06");
    CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO", "2026-06-02") == "06-16 06-18 06-30 07-02");
    CHECK(days("FREQ=WEEKLY", "2026-06-05") == "06-12 06-19 06-26 07-03");
    CHECK(days("FREQ=WEEKLY;COUNT=3", "2026-06-05") == "06-12 06-19");
    CHECK(days("FREQ=WEEKLY;UNTIL=20260619T235959Z", "2026-06-05") == "06-12 06-19");
    CHECK(days("FREQ=MONTHLY", "2026-01-31") == "07-31 08-31 10-31 12-31");
    CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31") == "06-30 07-31 08-31 09-30");
    CHECK(days("FREQ=MONTHLY;BYDAY=2TU", "2026-01-13") == "07-14 08-11 09-08 10-13");
    CHECK(days("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30") == "06-26 07-31 08-28 09-25");
    CHECK(days("FREQ=YEARLY", "2020-09-01") == "09-01");
    CHECK(days("FREQ=DAILY;COUNT=2", "2020-09-01").empty());
}

TEST_CASE("rules that are not understood are said to be so") {
    for (const std::string_view rule : {"", "FREQ=HOURLY", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=x", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;UNTIL=2026",
                                        "FREQ", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYDAY=9MO"}) {
        INFO(rule);
        CHECK(days(rule, "2026-06-01") == "not understood");
    }
}
