#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

enum class TodoStatus : std::uint8_t { needs_action, in_process, completed, cancelled };

// Something to do, as a VTODO.
struct CalendarTodo {
    std::string uid; // the same in every file about the same thing, so that reading a later one updates it
    std::string summary;
    std::string description; // may have several lines
    std::optional<Date> due;
    TodoStatus status = TodoStatus::needs_action;
    std::optional<Date> completed; // the user's own day
    int changes = 0; // what has happened to it so far: SEQUENCE grows with it
};

// A whole day, as a VEVENT.
struct CalendarDay {
    std::string uid;
    std::string summary;
    std::string description;
    Date on;
    int changes = 0; // as above
    bool cancelled = false;
    std::optional<int> alarm_hours = {}; // after the day has begun; before it when below 0
};

struct Calendar {
    std::string name;
    Date made_on; // a later file replaces an earlier one: DTSTAMP and, with what has changed on that day, SEQUENCE come from it
    std::vector<CalendarTodo> todos;
    std::vector<CalendarDay> days;
};

// RFC 5545: CRLF, lines of at most 75 bytes folded between characters, text escaped. Days are DATEs: they mean the same in every time zone.
std::string write_calendar(const Calendar& calendar);

}
