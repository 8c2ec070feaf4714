#pragma once

#include "app/ui/context.hpp"
#include "core/model/edit/edit.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace middleground {

// The day on which something happened that is recorded from a page: a small field, empty for today, that reads "tue" and "3 Jun" as days
// that have passed. What was typed is kept until something was recorded on that day.
class RecordedDay {
public:
    // `key` names the drafts in view.texts.
    RecordedDay(const Context& context, std::string key);

    // The field at the cursor; below it why the day was refused, or that the deal begins with it. `label` names the field.
    void draw(std::string_view label, float width) const;
    // What `edit` makes of the day becomes one step of undo, with a toast when asked for; what happened before the deal was opened opens it
    // earlier in the same step. False when it was refused: the field says why, and nothing changed.
    bool record(const std::function<Edit(Date)>& edit, bool toast) const;

private:
    const Context& context_;
    std::string key_;
};

}
