#include "app/ui/widgets/date/calendar_days.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

Date day(std::string_view iso) {
    return Date::parse(iso).value();
}

}

TEST_CASE("A month is shown in whole weeks from Monday") {
    struct Row {
        Month month;
        std::string first, last;
        std::size_t weeks;
    };
    for (const auto& row : {Row{{2026, 6}, "2026-06-01", "2026-07-05", 5}, Row{{2026, 2}, "2026-01-26", "2026-03-01", 5},
                            Row{{2027, 2}, "2027-02-01", "2027-02-28", 4}, Row{{2026, 8}, "2026-07-27", "2026-09-06", 6},
                            Row{{1900, 1}, "1900-01-01", "1900-02-04", 5}}) {
        const auto days = days_shown(row.month);
        CHECK(days.front().iso() == row.first);
        CHECK(days.back().iso() == row.last);
        CHECK(days.size() == row.weeks * 7);
    }
    CHECK(days_shown({2999, 12}).back().iso() == "2999-12-31");
    CHECK(month_title({2026, 6}) == "June 2026");
}

TEST_CASE("Every month of the valid years shows each of its days once") {
    for (Month month{1900, 1};; month = month_after(month, 1)) {
        const auto days = days_shown(month);
        bool all_right = days.front().weekday() == 0;
        int inside = 0;
        for (std::size_t i = 0; i < days.size(); ++i) {
            all_right = all_right && (i == 0 || days[i] == days[i - 1] + 1);
            inside += month_of(days[i]) == month;
        }
        if (!all_right || inside < 28 || days.size() > 42) {
            INFO(month_title(month));
            FAIL();
        }
        if (month == month_after(month, 1)) {
            break;
        }
    }
}

TEST_CASE("Weeks are numbered as ISO 8601 has it") {
    CHECK(week_number(day("2026-06-16")) == 25);
    CHECK(week_number(day("2026-01-01")) == 1);
    CHECK(week_number(day("2027-01-01")) == 53);
    CHECK(week_number(day("2024-12-30")) == 1);
    CHECK(week_number(day("2023-01-01")) == 52);
}

TEST_CASE("Keys move by day, week and month") {
    CHECK(moved(day("2026-06-30"), DayMove::day_on) == day("2026-07-01"));
    CHECK(moved(day("2026-06-01"), DayMove::day_back) == day("2026-05-31"));
    CHECK(moved(day("2026-06-30"), DayMove::week_on) == day("2026-07-07"));
    CHECK(moved(day("2026-06-03"), DayMove::week_back) == day("2026-05-27"));
    CHECK(moved(day("2026-01-31"), DayMove::month_on) == day("2026-02-28"));
    CHECK(moved(day("2026-03-31"), DayMove::month_back) == day("2026-02-28"));
    CHECK(moved(day("2026-12-15"), DayMove::month_on) == day("2027-01-15"));
    CHECK(moved(day("2999-12-31"), DayMove::month_on) == day("2999-12-31"));
    CHECK(moved(day("1900-01-01"), DayMove::month_back) == day("1900-01-01"));
    CHECK(moved(day("2999-12-31"), DayMove::day_on) == day("2999-12-31"));
}

TEST_CASE("The usual days are one press away, and none that is not allowed") {
    const auto labels = [](const std::vector<QuickDay>& days) {
        std::string text;
        for (const auto& quick : days) {
            text += quick.label + '=' + quick.day.iso() + ' ';
        }
        return text;
    };
    const auto tuesday = day("2026-06-16");
    CHECK(labels(quick_days(tuesday, DateDirection::future, {})) == "Tomorrow=2026-06-17 Mon 22=2026-06-22 In 2 weeks=2026-06-30 ");
    CHECK(labels(quick_days(day("2026-06-21"), DateDirection::future, {})) ==
          "Tomorrow=2026-06-22 Mon 29=2026-06-29 In 2 weeks=2026-07-05 ");
    CHECK(labels(quick_days(tuesday, DateDirection::past, {})) == "Today=2026-06-16 Yesterday=2026-06-15 Fri 12=2026-06-12 ");
    CHECK(labels(quick_days(day("2026-06-20"), DateDirection::past, {})) == "Today=2026-06-20 Yesterday=2026-06-19 Fri 12=2026-06-12 ");
    CHECK(labels(quick_days(tuesday, DateDirection::past, {day("2026-06-15"), {}})) == "Today=2026-06-16 Yesterday=2026-06-15 ");
    CHECK(labels(quick_days(tuesday, DateDirection::future, {{}, tuesday})).empty());
}

TEST_CASE("What the calendar writes reads back as the day that was chosen") {
    const auto today = day("2026-11-28");
    for (const auto lean : {DateDirection::past, DateDirection::nearest, DateDirection::future}) {
        for (int away = -900; away < 900; ++away) {
            const auto date = today + away;
            const auto words = typed_words(date, today, lean);
            if (read_typed_date(words, today, lean) != DateReading(date)) {
                INFO(words);
                FAIL();
            }
        }
    }
    CHECK(typed_words(day("2026-12-03"), today, DateDirection::future) == "3 Dec");
    CHECK(typed_words(day("2026-11-03"), today, DateDirection::future) == "3 Nov 2026");
    CHECK(typed_words(day("2026-11-03"), today, DateDirection::past) == "3 Nov");
}

TEST_CASE("The echo tells what the text does not say") {
    const auto today = day("2026-06-16");
    CHECK(echo_of("fri", day("2026-06-19"), today) == "Fri 19 Jun");
    CHECK(echo_of("19 Jun", day("2026-06-19"), today) == "Fri");
    CHECK(echo_of("19 jun 2026", day("2026-06-19"), today) == "Fri");
    CHECK(echo_of("16 Jun", today, today) == "today");
    CHECK(echo_of("in 2 years", day("2028-06-16"), today) == "Fri 16 Jun 2028");
    CHECK(echo_of("Fri 19 Jun", day("2026-06-19"), today).empty());
}

TEST_CASE("The examples can be typed as they stand") {
    for (const auto lean : {DateDirection::past, DateDirection::future}) {
        const auto today = day("2026-12-30");
        auto rest = typing_examples(today, lean).substr(std::string_view("Or type: ").size());
        for (std::size_t comma = 0; comma != std::string::npos;) {
            comma = rest.find(", ");
            const auto one = rest.substr(0, comma);
            INFO(one);
            CHECK(std::holds_alternative<Date>(read_typed_date(one, today, lean)));
            rest = comma == std::string::npos ? std::string() : rest.substr(comma + 2);
        }
    }
}
