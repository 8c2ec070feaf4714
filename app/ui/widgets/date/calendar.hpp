#pragma once

#include "app/ui/widgets/date/calendar_days.hpp"
#include "app/ui/widgets/date/date_field.hpp"

#include <imgui.h>

namespace middleground {

// The calendar of a date field: a popup of the size that its month needs.

enum class CalendarForm : std::uint8_t { beside, sheet }; // sheet: at the bottom of a touch screen, with a button to type instead
enum class CalendarCursor : std::uint8_t { hidden, shown };

struct CalendarView {
    Date today;
    Month month;
    std::optional<Date> chosen;
    Date cursor;
    CalendarCursor shows_cursor = CalendarCursor::hidden;
    CalendarForm form = CalendarForm::beside;
    ImVec2 anchor_min; // of the field, to whose right edge it is aligned
    ImVec2 anchor_max;
};
struct CalendarAnswer {
    std::optional<Date> picked;
    int months = 0; // to go on by
    bool type_instead = false;
};
// Inside of a popup that was opened with that id; nothing happens when it is not open.
CalendarAnswer draw_calendar(const Ui& ui, ImGuiID popup, const CalendarView& view, const DateFieldOptions& options);

}
