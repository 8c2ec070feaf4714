#pragma once

#include "core/readers/content_line.hpp"
#include "core/readers/calendar/repeats.hpp"
#include "core/records/records.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground::readers {

// A day and a minute of it, as a property says; -1: the whole day.
struct CalendarTime {
    Date day;
    std::int32_t minute = -1;
};
// "20260612T093000Z", "20260612"; nothing: none that can be read. `utc_minutes` moves what is in UTC.
std::optional<CalendarTime> calendar_time(std::string_view value, std::int32_t utc_minutes);
// "P1DT2H30M", "-PT15M" in minutes.
std::optional<std::int32_t> duration_minutes(std::string_view value);

// A VEVENT as its lines come in.
struct CalendarEvent {
    records::Meeting meeting; // without its key
    std::string uid;
    bool has_start = false;
    std::optional<Date> occurrence; // it takes the place of one of several
    std::optional<RepeatRule> rule;
    bool unreadable_rule = false;
    std::vector<Date> left_out; // days on which it is not
    std::int32_t lasts = -1;    // minutes
    bool hidden = false;        // marked as free or as a note: no meeting
    int line = 0;

    void take(const ContentLine& line, std::int32_t utc_minutes);
    // Ends what depends on several lines; `cancelled`, `answer_only`: as the calendar around it says.
    void finish(bool cancelled, bool answer_only);
};

// Without what Teams, Zoom and Meet write below each invitation: how to join, numbers to dial.
std::string without_joining(std::string_view text);

}
