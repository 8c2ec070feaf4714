#include "core/base/typed/typed_date_calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace middleground {

namespace {

Error no_such_day(std::string what, std::string remedy) {
    return {std::move(what), {}, std::move(remedy)};
}

Error outside_years() {
    return no_such_day("That date is outside the years 1900 to 2999", "Type a date such as 30 Jun 2026.");
}

DateReading or_outside(std::optional<Date> date) {
    return date ? DateReading(*date) : DateReading(outside_years());
}

std::optional<Date> calendar_day(int year, int month, int day) {
    const auto date = Date::from_calendar(year, month, day);
    return date ? std::optional(*date) : std::nullopt;
}

// "Jun"
std::string month_name(int month) {
    const auto words = short_date(*calendar_day(2026, month, 1), *calendar_day(2026, 1, 1));
    return words.substr(words.find(' ') + 1);
}

std::optional<Date> first_of_month(int year, int month, int months_later = 0) {
    const int months = year * 12 + month - 1 + months_later;
    return months < 0 ? std::nullopt : calendar_day(months / 12, months % 12 + 1, 1);
}

std::optional<Date> last_of_month(int year, int month, int months_later = 0) {
    const auto first = first_of_month(year, month, months_later);
    if (!first) {
        return {};
    }
    for (int day = 31; day > 28; --day) {
        if (const auto last = calendar_day(first->year(), first->month(), day)) {
            return last;
        }
    }
    return *first + 27;
}

int months_in(DateUnit unit) {
    return unit == DateUnit::month ? 1 : unit == DateUnit::quarter ? 3 : 12;
}

// The middle is the 15th of a month, of the second month of a quarter, and 1 Jul of a year.
std::optional<Date> part_in_year(PeriodPart part, int year, int month, int months) {
    switch (part) {
    case PeriodPart::start:
        return first_of_month(year, month);
    case PeriodPart::middle:
        return months == 12 ? first_of_month(year, month, 6) : calendar_day(year, month + months / 2, 15);
    case PeriodPart::end:
        return last_of_month(year, month, months - 1);
    }
    return {};
}

int distance(Date one, Date other) {
    return std::abs(one - other);
}

// Of a day in several years the one that the lean asks for: of two equally near the one to come. Leap days are at most eight years apart.
template <typename DayOfYear>
std::optional<Date> chosen_year(Date today, DateDirection lean, int around, DayOfYear day_of_year) {
    std::optional<Date> best;
    for (int year = today.year() - around; year <= today.year() + around; ++year) {
        const std::optional<Date> day = day_of_year(year);
        if (!day || (lean == DateDirection::past && *day > today) || (lean == DateDirection::future && *day < today)) {
            continue;
        }
        if (!best || distance(*day, today) <= distance(*best, today)) {
            best = day;
        }
    }
    return best;
}

constexpr int leap_years = 8;

}

DateReading PhraseCalendar::day_of(std::optional<int> year, int month, int day) const {
    if (month < 1 || month > 12) {
        return no_such_day("There is no month " + std::to_string(month), "Months go from 1 to 12.");
    }
    if (year) {
        const auto date = Date::from_calendar(*year, month, day);
        return date ? DateReading(*date) : DateReading(date.error());
    }
    if (!calendar_day(2024, month, day)) { // a leap year
        const auto days =
            month == 2 ? std::string("28 days, 29 in leap years") : std::to_string(last_of_month(2024, month)->day()) + " days";
        return no_such_day("There is no " + std::to_string(day) + ' ' + month_name(month), month_name(month) + " has " + days + '.');
    }
    return or_outside(chosen_year(today_, lean_, leap_years, [&](int in) { return calendar_day(in, month, day); }));
}

DateReading PhraseCalendar::either_first(std::optional<int> year, int one, int other) const {
    auto day_first = day_of(year, other, one);
    if (one == other) {
        return day_first;
    }
    auto month_first = day_of(year, one, other);
    const auto* first = std::get_if<Date>(&day_first);
    const auto* second = std::get_if<Date>(&month_first);
    if (first && second) {
        return AmbiguousDate{*first, *second};
    }
    if (first || second) {
        return first ? *first : *second;
    }
    return other > 12 ? month_first : day_first; // the message about a month that exists
}

DateReading PhraseCalendar::days_from_today(std::int64_t days) const {
    constexpr std::int64_t most = 2'000'000; // more than the valid years have
    const auto date = today_ + static_cast<std::int32_t>(std::clamp(days, -most, most));
    return date - today_ == days ? DateReading(date) : DateReading(outside_years());
}

DateReading PhraseCalendar::units_from_today(DateUnit unit, int count) const {
    if (unit == DateUnit::day || unit == DateUnit::week) {
        return days_from_today(std::int64_t{count} * (unit == DateUnit::week ? 7 : 1));
    }
    const int months = count * months_in(unit);
    const auto first = first_of_month(today_.year(), today_.month(), months);
    if (!first) {
        return outside_years();
    }
    return std::min(*first + (today_.day() - 1), *last_of_month(first->year(), first->month()));
}

DateReading PhraseCalendar::start_of(DateUnit unit, int later) const {
    switch (unit) {
    case DateUnit::day:
        return today_ + later;
    case DateUnit::week:
        return weekday_of_week(0, later);
    case DateUnit::month:
        return or_outside(first_of_month(today_.year(), today_.month(), later));
    case DateUnit::quarter:
        return or_outside(first_of_month(today_.year(), (today_.month() - 1) / 3 * 3 + 1, 3 * later));
    case DateUnit::year:
        return or_outside(first_of_month(today_.year() + later, 1));
    }
    return outside_years();
}

DateReading PhraseCalendar::part_of_unit(PeriodPart part, DateUnit unit, int later) const {
    const auto reading = start_of(unit, later);
    const auto* start = std::get_if<Date>(&reading);
    if (!start) {
        return reading;
    }
    if (unit == DateUnit::week) {
        // The week of work: Monday, Wednesday, Friday. When it is over, that of the week to come.
        const auto day = *start + (part == PeriodPart::start ? 0 : part == PeriodPart::middle ? 2 : 4);
        return later == 0 && day < today_ && lean_ != DateDirection::past ? day + 7 : day;
    }
    return or_outside(part_in_year(part, start->year(), start->month(), months_in(unit)));
}

DateReading PhraseCalendar::part_of_months(PeriodPart part, std::optional<int> year, int first_month, int months) const {
    const auto in_year = [&](int in) { return part_in_year(part, in, first_month, months); };
    return or_outside(year ? in_year(*year) : chosen_year(today_, lean_, leap_years, in_year));
}

DateReading PhraseCalendar::part_of_quarter(PeriodPart part, std::optional<int> year, int quarter) const {
    if (quarter < 1 || quarter > 4) {
        return no_such_day("There is no Q" + std::to_string(quarter), "Quarters go from Q1 to Q4.");
    }
    return part_of_months(part, year, quarter * 3 - 2, 3);
}

Date PhraseCalendar::next_weekday(int weekday) const {
    const int ahead = (weekday - today_.weekday() + 7) % 7;
    return today_ + (ahead == 0 ? 7 : ahead);
}

Date PhraseCalendar::last_weekday(int weekday) const {
    const int back = (today_.weekday() - weekday + 7) % 7;
    return today_ - (back == 0 ? 7 : back);
}

Date PhraseCalendar::leaning_weekday(int weekday) const {
    return lean_ == DateDirection::past ? last_weekday(weekday) : next_weekday(weekday);
}

Date PhraseCalendar::weekday_of_week(int weekday, int weeks_later) const {
    return today_ + (weekday - today_.weekday() + 7 * weeks_later);
}

std::optional<Date> PhraseCalendar::year_with_weekday(Date date, int weekday) const {
    const auto in_year = [&](int year) {
        const auto day = calendar_day(year, date.month(), date.day());
        return day && day->weekday() == weekday ? day : std::nullopt;
    };
    const auto leaning = chosen_year(today_, lean_, 1, in_year);
    return leaning ? leaning : chosen_year(today_, DateDirection::nearest, 1, in_year);
}

}
