#pragma once

#include "core/base/error.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

// A calendar day without time or zone (proleptic Gregorian). Valid years are 1900 to 2999.
// Default: 1970-01-01. Arithmetic outside the valid years is clamped to them.
class Date {
public:
    constexpr Date() = default;
    // Days since 1970-01-01, clamped to the valid years.
    static Date from_days(std::int32_t days);
    // Fails on a day that does not exist.
    static Result<Date> from_calendar(int year, int month, int day);
    // Only "2026-06-30"; what a person types goes through parse_typed_date.
    static Result<Date> parse(std::string_view text);

    constexpr std::int32_t days() const { return days_; }
    int year() const;
    int month() const;   // 1..12
    int day() const;     // 1..31
    int weekday() const; // 0 = Monday .. 6 = Sunday

    // "2026-06-30"
    std::string iso() const;

    constexpr auto operator<=>(const Date&) const = default;
    Date operator+(std::int32_t days) const;
    Date operator-(std::int32_t days) const { return *this + -days; }
    constexpr std::int32_t operator-(Date other) const { return days_ - other.days_; }

private:
    std::int32_t days_ = 0;
};

// What a person types: "2026-06-30", "30.6.2026", "30.6.", "31/12", "30 Jun", "Jun 30", "3. März", "today", "fri" (the next one, today
// excluded), "next fri", "in 2 weeks", "end of July", "Q4", "+7", "-3" (days). A day without a year is the one nearest to today.
// typed_date.hpp has all forms. A text with two readings ("3/4") is an error that names both: callers that can ask use read_typed_date.
Result<Date> parse_typed_date(std::string_view text, Date today);

// "19 Jun", with the year only when it is not today's: "19 Jun 2027".
std::string short_date(Date date, Date today);
// "today", "tomorrow", "yesterday", "in 5 days", "3 days ago".
std::string relative_days(Date date, Date today);
// "Fri"
std::string_view weekday_name(Date date);

}
