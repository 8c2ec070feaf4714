#pragma once

#include "core/base/typed/typed_date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a calendar of one month shows and how its keys move. Pure.

struct Month {
    int year = 1970;
    int month = 1; // 1..12

    bool operator==(const Month&) const = default;
};
Month month_of(Date day);
// Stays within the valid years.
Month month_after(Month month, int months);
std::string month_title(Month month); // "June 2026"

// The days of the month in whole weeks from Monday, so with days of the months before and after it. At the ends of the valid years the
// weeks stop at the last day that there is.
std::vector<Date> days_shown(Month month);
int week_number(Date day); // ISO 8601

enum class DayMove : std::uint8_t { day_back, day_on, week_back, week_on, month_back, month_on };
// A month from the 31st is the last day of a shorter month.
Date moved(Date day, DayMove move);

// The days that a calendar allows; both ends belong to it.
struct DayRange {
    std::optional<Date> earliest;
    std::optional<Date> latest;

    bool holds(Date day) const { return (!earliest || day >= *earliest) && (!latest || day <= *latest); }
};

// One press for the usual days: "Tomorrow", "Mon 22", "In 2 weeks"; where days lie in the past "Today", "Yesterday", "Fri 12".
struct QuickDay {
    std::string label;
    Date day;
};
std::vector<QuickDay> quick_days(Date today, DateDirection lean, const DayRange& range);

// What a calendar writes into its field: the shortest words that read back as that day.
std::string typed_words(Date day, Date today, DateDirection lean);
// "Or type: fri, 19.6., in 2 weeks, end of July"
std::string typing_examples(Date today, DateDirection lean);
// What the field tells of a text that was read: the whole day, or only what the text does not say ("today", "Tue").
std::string echo_of(std::string_view typed, Date day, Date today);

}
