#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <variant>

namespace middleground {

// Where a day lies that is typed without its year, its week or "next": "3 Jun" and "tue" of a log entry have passed, of a due date are
// still to come. `nearest` takes the nearest year, and weekdays as to come.
enum class DateDirection : std::uint8_t { past, nearest, future };

// What a month, a quarter or a year is that stands for a day ("July", "Q3", "next month"): as a day on which something begins its first, as
// one by which something is due its last. Days that have passed are never due.
enum class PeriodDay : std::uint8_t { first, last };

// "3/4": what it is with the day first, and with the month first. Both exist and differ.
struct AmbiguousDate {
    Date first;
    Date second;

    bool operator==(const AmbiguousDate&) const = default;
};
using DateReading = std::variant<Date, AmbiguousDate, Error>;

// All that parse_typed_date (date.hpp) takes, and where one text has two readings both of them. Error: what cannot be, with what to type.
//   weekdays     "fri": the next one, or the last one where days lie in the past; today is neither. "this fri": of the week from Monday to
//                Sunday in which today is. "next fri": of the week after it. "last fri": the one before today.
//   from today   "in 2 weeks", "in a month", "3 days ago", "a week from now", "+7", "-3"; a month from 31 Jan is the last day of Feb.
//   first days   "next week" (Monday), "next month", "next quarter", "next year", "July", "July 2027", "Q4", "fourth quarter",
//                "start of July"; all but the first and the last of them are last days with PeriodDay::last.
//   last days    "end of July", "end of Q3", "end of month", "end of next month", "eom"; "end of week" is Friday. "mid July" is the 15th.
//   names        of months, weekdays, today, tomorrow and yesterday in English, German, French, Spanish, Italian, Dutch, Portuguese and
//                Polish; short and long, with accents or without, in any case.
DateReading read_typed_date(std::string_view text, Date today, DateDirection lean = DateDirection::nearest,
                            PeriodDay period = PeriodDay::first);

// The day of a field of a form, which an error names: none when it is empty, and none that could be two.
Result<std::optional<Date>> day_in_field(std::string_view typed, Date today, DateDirection lean, std::string_view field,
                                         PeriodDay period = PeriodDay::first);

// A day inside other words. `weak` are words and numbers that are usually something else ("may", "sun", "July", "3/4", "3.5"): take them
// only where the words before say that a day follows ("by", "until", "on").
enum class PhraseStrength : std::uint8_t { weak, strong };
struct DatePhrase {
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
    std::variant<Date, AmbiguousDate> day;
    PhraseStrength strength = PhraseStrength::strong;
};
// The longest day that begins exactly at byte `from` and ends at the end of a word; nothing when `from` is inside of a word.
std::optional<DatePhrase> find_date_phrase(std::string_view text, std::size_t from, Date today,
                                           DateDirection lean = DateDirection::nearest, PeriodDay period = PeriodDay::first);

// How a reading is told: "Fri 19 Jun", with the year only when it is not today's. It reads back as the same day.
std::string day_words(Date date, Date today);

}
