#include "core/report/calendar.hpp"

#include "tests/support/calm_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sstream>

using namespace middleground;
using namespace middleground::test;

namespace {

std::string calendar_of(const Deal& deal, Date day = today(), CalendarAlarm alarm = CalendarAlarm::that_morning) {
    const Deal* all[]{&deal};
    return my_calendar(all, day, alarm);
}

int count_of(const std::string& text, std::string_view line) {
    int count = 0;
    for (auto at = text.find(line); at != std::string::npos; at = text.find(line, at + 1)) {
        ++count;
    }
    return count;
}

// The lines between a UID and the end of its component.
std::string entry(const std::string& text, std::string_view uid) {
    const auto at = text.find("UID:" + std::string(uid));
    REQUIRE(at != std::string::npos);
    return text.substr(at, text.find("END:VEVENT", at) - at);
}

int sequence_of(const std::string& entry) {
    const auto at = entry.find("SEQUENCE:");
    REQUIRE(at != std::string::npos);
    return std::stoi(entry.substr(at + 9));
}

Deal with_promise() {
    auto deal = calm_deal();
    deal.promises = {{{"pp0001"}, today() - 9, anna, "Ward comparison", today() + 1, {{PromiseEventKind::made, today() - 9, {}}}, {}}};
    return deal;
}

const std::string promise_uid = "day-promise-pp0001-" + calm_deal().id.text;

}

TEST_CASE("my calendar has each open step, promise and planned step with a day as a whole day with an alarm") {
    const auto text = calendar_of(with_promise());
    CHECK(count_of(text, "BEGIN:VEVENT\r\n") == 3);
    CHECK(count_of(text, "BEGIN:VALARM\r\n") == 3);
    CHECK(count_of(text, "TRIGGER:PT8H\r\n") == 3);
    CHECK_FALSE(text.contains("VTODO"));
    CHECK(entry(text, promise_uid).contains("SUMMARY:Ward comparison"));
    CHECK(count_of(calendar_of(with_promise(), today(), CalendarAlarm::day_before), "TRIGGER:-PT8H\r\n") == 3);
    CHECK_FALSE(calendar_of(with_promise(), today(), CalendarAlarm::none).contains("VALARM"));
}

TEST_CASE("a later file takes the place of an earlier one: same UIDs, a SEQUENCE that grows by the day and with what happens") {
    auto deal = with_promise();
    const auto earlier = sequence_of(entry(calendar_of(deal), promise_uid));
    CHECK(sequence_of(entry(calendar_of(deal, today() + 1), promise_uid)) > earlier);
    deal.promises[0].events.push_back({PromiseEventKind::kept, today(), {}});
    const auto kept = entry(calendar_of(deal), promise_uid);
    CHECK(sequence_of(kept) > earlier);
    // It goes from a calendar that had it, and makes no noise.
    CHECK(kept.contains("STATUS:CANCELLED"));
    CHECK_FALSE(kept.contains("VALARM"));
    // Nobody has it any more.
    CHECK_FALSE(calendar_of(deal, today() + 100).contains(promise_uid));
}

TEST_CASE("of a lost deal nothing is left in the calendar but our promises") {
    auto deal = with_promise();
    deal.outcome = Lost{today(), {}, {}};
    const auto text = calendar_of(deal);
    CHECK(count_of(text, "STATUS:CANCELLED") == 2);
    CHECK_FALSE(entry(text, promise_uid).contains("CANCELLED"));
}

TEST_CASE("what was done is done on the user's own day, wherever the calendar is read") {
    CHECK(deal_calendar(calm_deal(), today()).contains("T120000Z"));
    CHECK_FALSE(deal_calendar(calm_deal(), today()).contains("COMPLETED:20260101T000000Z"));
}

TEST_CASE("without deals the calendar is a calendar") {
    CHECK(my_calendar({}, today(), CalendarAlarm::none).ends_with("END:VCALENDAR\r\n"));
}
