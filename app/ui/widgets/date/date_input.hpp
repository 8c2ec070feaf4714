#pragma once

#include "app/ui/widgets/date/date_field.hpp"

namespace middleground {

// What date_field and date_edit have in common: the field, its calendar and the question where a text has two readings.

struct DateText {
    std::string& typed;
    std::optional<Date> known = {}; // what the text stands for as long as nothing was typed
    std::string_view error = {};    // under the field
};
struct DateInput {
    FieldEvent event = FieldEvent::none;
    std::optional<Date> picked; // from the calendar, or the answer to the question
    bool busy = false;          // the field is typed in or its calendar is open
};
DateInput date_input(const Ui& ui, std::string_view label, const DateText& text, Date today, const DateFieldOptions& options);

// By the rules of the options: nothing for an empty text; of two readings only those that are allowed.
std::optional<DateReading> reading_of(std::string_view typed, Date today, const DateFieldOptions& options);

}
