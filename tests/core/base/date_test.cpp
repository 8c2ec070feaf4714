#include "core/base/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <limits>
#include <string>

using namespace middleground;

namespace {

Date day(int year, int month, int day_of_month) {
    return Date::from_calendar(year, month, day_of_month).value();
}

}

TEST_CASE("every day from 1900 to 2999 goes to the calendar and back") {
    // An independent count: day after day with the rule for leap years.
    int year = 1900;
    int month = 1;
    int day_of_month = 1;
    int weekday = 0; // a Monday
    bool all_right = true;
    const auto first = day(1900, 1, 1).days();
    const auto last = day(2999, 12, 31).days();
    CHECK(first == -25567);
    CHECK(last == 376199);
    for (auto days = first; days <= last; ++days) {
        const auto date = Date::from_days(days);
        all_right = all_right && date.year() == year && date.month() == month && date.day() == day_of_month && date.weekday() == weekday &&
                    Date::from_calendar(year, month, day_of_month) == date;
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const std::array<int, 12> lengths{31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (++day_of_month > lengths[static_cast<unsigned>(month - 1)]) {
            day_of_month = 1;
            month = month % 12 + 1;
            year += month == 1 ? 1 : 0;
        }
        weekday = (weekday + 1) % 7;
    }
    CHECK(all_right);
    CHECK(year == 3000);
}

TEST_CASE("known days") {
    CHECK(Date().iso() == "1970-01-01");
    CHECK(weekday_name(Date()) == "Thu");
    CHECK(day(2026, 6, 30).days() == 20634);
    CHECK(weekday_name(day(2026, 6, 30)) == "Tue");
    CHECK(day(2000, 2, 29).iso() == "2000-02-29");
    CHECK(day(1900, 1, 1).iso() == "1900-01-01");
}

TEST_CASE("days that do not exist") {
    struct Row {
        int year, month, day;
        std::string what;
    };
    for (const auto& row :
         {Row{2026, 2, 29, "There is no 29 Feb 2026"}, Row{1900, 2, 29, "There is no 29 Feb 1900"},
          Row{2026, 4, 31, "There is no 31 Apr 2026"}, Row{2026, 13, 1, "There is no month 13"}, Row{2026, 0, 1, "There is no month 0"},
          Row{2026, 1, 0, "There is no 0 Jan 2026"}, Row{1899, 12, 31, "The year 1899 is outside 1900 to 2999"},
          Row{3000, 1, 1, "The year 3000 is outside 1900 to 2999"},
          Row{std::numeric_limits<int>::min(), -1, -1, "The year -2147483648 is outside 1900 to 2999"}}) {
        const auto date = Date::from_calendar(row.year, row.month, row.day);
        REQUIRE_FALSE(date);
        CHECK(date.error().what == row.what);
        CHECK_FALSE(date.error().remedy.empty());
    }
}

TEST_CASE("arithmetic is clamped to the valid years") {
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    constexpr auto least = std::numeric_limits<std::int32_t>::min();
    CHECK(Date::from_days(most).iso() == "2999-12-31");
    CHECK(Date::from_days(least).iso() == "1900-01-01");
    CHECK((day(2999, 12, 31) + 1).iso() == "2999-12-31");
    CHECK((day(1900, 1, 1) + -1).iso() == "1900-01-01");
    CHECK((day(2026, 1, 1) + most).iso() == "2999-12-31");
    CHECK((day(1900, 1, 1) + least).iso() == "1900-01-01");
    CHECK((day(2026, 1, 31) + 1).iso() == "2026-02-01");
    CHECK((day(2026, 3, 1) - 1).iso() == "2026-02-28");
    CHECK(day(2026, 3, 1) - day(2026, 2, 1) == 28);
    CHECK(day(2026, 3, 1) > day(2026, 2, 28));
}

TEST_CASE("Date::parse takes the ISO form and nothing else") {
    CHECK(Date::parse("2026-06-30").value() == day(2026, 6, 30));
    for (const auto* text : {"", "2026-6-30", "2026-06-31", "26-06-30", " 2026-06-30", "2026-06-30 ", "2026/06/30", "+026-06-30",
                             "2026-06-3a", "2026-06-300", "20260630", "0000-00-00",
                             "\xef\xbb\xbf"
                             "2026-06-30",
                             "2026-06--1"}) {
        INFO(text);
        CHECK_FALSE(Date::parse(text));
    }
}

TEST_CASE("typed days") {
    const auto today = day(2026, 6, 30); // a Tuesday
    struct Row {
        std::string typed;
        std::string iso;
    };
    for (const auto& row :
         {Row{"2026-06-30", "2026-06-30"}, Row{" 2026-06-30\n", "2026-06-30"}, Row{"30.6.2026", "2026-06-30"},
          Row{"30.06.2026", "2026-06-30"}, Row{"1.12.25", "2025-12-01"}, Row{"30. 6. 2027", "2027-06-30"}, Row{"30.6.", "2026-06-30"},
          Row{"30.6", "2026-06-30"},
          // without a year: the nearest one; of two equally near the one to come
          Row{"31.12.", "2025-12-31"}, Row{"30.12.", "2025-12-30"}, Row{"29.12.", "2026-12-29"}, Row{"1.1.", "2026-01-01"},
          Row{"29.2.", "2028-02-29"}, Row{"29 Feb", "2028-02-29"}, Row{"30 Jun", "2026-06-30"}, Row{"30 june 2026", "2026-06-30"},
          Row{"30 JUNE 2027", "2027-06-30"}, Row{"30. Juni", ""}, Row{"3 sept", "2026-09-03"}, Row{"Jun 30", "2026-06-30"},
          Row{"June 30, 2027", "2027-06-30"}, Row{"30jun", "2026-06-30"}, Row{"7 may", "2026-05-07"}, Row{"today", "2026-06-30"},
          Row{"Tomorrow", "2026-07-01"}, Row{"YESTERDAY", "2026-06-29"}, Row{"wed", "2026-07-01"}, Row{"fri", "2026-07-03"},
          Row{"Friday", "2026-07-03"}, Row{"mon", "2026-07-06"}, Row{"tue", "2026-07-07"}, Row{"thurs", "2026-07-02"},
          Row{"+7", "2026-07-07"}, Row{"-3", "2026-06-27"}, Row{"+0", "2026-06-30"}, Row{"+365", "2027-06-30"},
          // refused
          Row{"", ""}, Row{"   ", ""}, Row{"soon", ""}, Row{"to", ""}, Row{"fr", ""}, Row{"friyay", ""}, Row{"30", ""}, Row{"30 6", ""},
          Row{"6/30/2026", ""}, Row{"30.6.2026.", "2026-06-30"}, Row{"31.6.", ""}, Row{"30.2.", ""}, Row{"29.2.2027", ""}, Row{"0.0.", ""},
          Row{"1.13.", ""}, Row{"30.6.20266", ""}, Row{"30.6.202", ""}, Row{"2026-06-31", ""}, Row{"2026-6-30", ""},
          Row{"2026-06-30T00:00", ""}, Row{"+", ""}, Row{"+1.5", ""}, Row{"+1234567", ""}, Row{"+999999", ""}, Row{"-99999", ""},
          Row{"--3", ""}, Row{"+7 days", ""}, Row{"30.6.3000", ""}, Row{"99999999999999999999.6.", ""}, Row{"30 Jun 30 Jun", ""},
          Row{"30 \xff", ""}, Row{"\xd9\xa3\xd9\xa0 Jun", ""}, Row{std::string("30.6.\0", 6), ""}, Row{std::string(100000, '9'), ""},
          Row{std::string(100000, ' ') + "today", "2026-06-30"}}) {
        INFO(row.typed.substr(0, 60));
        const auto date = parse_typed_date(row.typed, today);
        if (row.iso.empty()) {
            REQUIRE_FALSE(date);
            CHECK_FALSE(date.error().what.empty());
            CHECK(date.error().message().size() < 200);
        } else {
            REQUIRE(date);
            CHECK(date->iso() == row.iso);
        }
    }
}

TEST_CASE("messages about typed days say what is wrong") {
    const auto today = day(2026, 6, 30);
    CHECK(parse_typed_date("31.6.", today).error().what == "There is no 31 Jun 2024");
    CHECK(parse_typed_date("29.2.2027", today).error().message() == "There is no 29 Feb 2027. Feb 2027 has 28 days.");
    CHECK(parse_typed_date("soon", today).error().message() ==
          "\"soon\" is not a day. Type a day such as 2026-06-30, 30.6., 30 Jun, fri, tomorrow or +7.");
    CHECK(parse_typed_date("6/7/2026", today).error().what == "Day and month cannot be told apart in \"6/7/2026\"");
}

TEST_CASE("what short_date writes reads back, every day of four years") {
    const auto today = day(2026, 6, 30);
    bool all_right = true;
    for (auto date = day(2024, 1, 1); date <= day(2027, 12, 31); date = date + 1) {
        // Without a year it is this year's, which is not always the nearest one.
        const auto text = date.year() == 2026 ? short_date(date, today) + " 2026" : short_date(date, today);
        all_right = all_right && parse_typed_date(text, today) == date && parse_typed_date(date.iso(), today) == date;
    }
    CHECK(all_right);
}

TEST_CASE("days in words") {
    const auto today = day(2026, 6, 30);
    CHECK(short_date(day(2026, 6, 19), today) == "19 Jun");
    CHECK(short_date(day(2027, 1, 1), today) == "1 Jan 2027");
    CHECK(relative_days(today, today) == "today");
    CHECK(relative_days(today + 1, today) == "tomorrow");
    CHECK(relative_days(today - 1, today) == "yesterday");
    CHECK(relative_days(today + 5, today) == "in 5 days");
    CHECK(relative_days(today - 3, today) == "3 days ago");
}
