#pragma once

#include "app/ui/context.hpp"
#include "app/ui/cards/recorded_day.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the lists in a person's details are made of.

void section_title(const Ui& ui, std::string_view title, std::string_view note);
// Icon, a text that is edited in place, a cross at the right; the lines below start under the text. True when the cross was pressed.
bool item_text(const Context& context, const char* icon, ImU32 color, std::string_view label, std::string_view remove,
               const std::string& current, const std::function<void(std::string)>& changed);
// Words and small links on one line, the links on the next when they do not fit.
struct ItemStep {
    std::string label;
    std::function<void()> run;
};
void item_steps(const Ui& ui, float left, float right, ImU32 color, std::string_view words, const std::vector<ItemStep>& steps);

// The day, and in a few words how, for whatever is recorded in a section next.
class SectionDay {
public:
    SectionDay(const Context& context, std::string key);
    void draw(std::string_view day_label, std::string_view note_label) const;
    // `edit` makes one of the day and the note; when it was taken both fields are empty again.
    bool record(const std::function<Edit(Date, std::string)>& edit, bool toast) const;

private:
    const Context& context_;
    std::string key_;
    RecordedDay day_;
};

}
