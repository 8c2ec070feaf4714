#pragma once

#include "app/ui/widgets/field/field.hpp"
#include "core/base/typed/typed_date.hpp"

namespace middleground {

// A field for a day, with a calendar that opens when the field is entered. Everything that read_typed_date takes can be typed; the day that
// was understood stands muted at the right, and where there are two, two buttons under the field ask which.
// Keys: Down enters the calendar (opens it when it was closed by Esc); there arrows move by day and week, Page Up and Page Down by month,
// Enter takes the day, Esc goes back. On touch the field opens the calendar as a sheet with a button to type instead.
struct DateFieldOptions {
    FieldOptions field = {};
    DateDirection lean = DateDirection::nearest;
    PeriodDay period = PeriodDay::first; // what "Q3" is; last for a day by which something is due
    std::string_view when_empty = {}; // what an empty field means: "Today", "No date"; also its placeholder unless that has its own
    // Days with a dot, in any order; days outside of what the calendar shows cost nothing.
    std::span<const Date> marks = {};
    std::string_view marks_mean = "something is due that day";
    // Days outside are muted in the calendar and refused. `earliest_is` says what that day is: "the deal was opened".
    std::optional<Date> earliest = {};
    std::optional<Date> latest = {};
    std::string_view earliest_is = {};
    std::string_view latest_is = {};
};

// For drafts: `typed` is kept as text, changed with every key and by the calendar. The field shows by itself what is wrong with it.
FieldEvent date_field(const Ui& ui, std::string_view label, std::string& typed, Date today, const DateFieldOptions& options = {});

// What the text of a date_field means, by the same rules: no day when it is empty, an error with the same words that the field shows.
Result<std::optional<Date>> day_of(std::string_view typed, Date today, const DateFieldOptions& options = {});

// For values of the model, as date_edit in field.hpp, with more options.
std::optional<std::optional<Date>> date_edit(const Ui& ui, std::string_view label, std::optional<Date> current, Date today,
                                             const DateFieldOptions& options);

}
