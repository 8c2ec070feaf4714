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
