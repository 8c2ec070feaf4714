#pragma once

#include "core/base/typed/typed_date.hpp"
#include "core/base/typed/typed_date_words.hpp"

namespace middleground {

enum class PeriodPart : std::uint8_t { start, middle, end };

// The days that the forms of a typed day mean, seen from today. What does not exist or lies outside of the valid years is an error.
class PhraseCalendar {
public:
    PhraseCalendar(Date today, DateDirection lean) : today_(today), lean_(lean) {}

    DateDirection lean() const { return lean_; }

    // Without a year, the one that the lean asks for.
    DateReading day_of(std::optional<int> year, int month, int day) const;
    // Two numbers, the first of which is the day or the month.
    DateReading either_first(std::optional<int> year, int one, int other) const;
    DateReading days_from_today(std::int64_t days) const;
    // A month from 31 Jan is the last day of Feb.
    DateReading units_from_today(DateUnit unit, int count) const;
    // The first day of the unit in which today is, or of the one that many later.
    DateReading start_of(DateUnit unit, int later) const;
    DateReading part_of_unit(PeriodPart part, DateUnit unit, int later) const;
    DateReading part_of_months(PeriodPart part, std::optional<int> year, int first_month, int months) const;
    DateReading part_of_quarter(PeriodPart part, std::optional<int> year, int quarter) const;

    Date next_weekday(int weekday) const; // after today
    Date last_weekday(int weekday) const; // before today
    Date leaning_weekday(int weekday) const;
    Date weekday_of_week(int weekday, int weeks_later) const;
    // The same day of last, this or next year on which it has that weekday.
    std::optional<Date> year_with_weekday(Date date, int weekday) const;

private:
    Date today_;
    DateDirection lean_;
};

}
