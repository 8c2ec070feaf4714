// Until when a line is put off: a few days to press, or any other to type.
#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/today/today_moves.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <array>
#include <string>

namespace middleground {

namespace {

struct UsualDay {
    std::string_view label;
    Date on;
};

std::array<UsualDay, 4> usual_days(Date today) {
    const auto monday = today + (7 - today.weekday());
    return {{{"Tomorrow", today + 1},
             {"In three days", today + 3},
             {monday == today + 1 || monday == today + 3 ? "Monday in a week" : "Next Monday", monday == today + 1 || monday == today + 3 ? monday + 7 : monday},
             {"In two weeks", today + 14}}};
}

void snooze(const Context& context, const SnoozeDraft& draft, Date until) {
    const auto words = "Snoozed until " + short_date(until, context.today) + ": " + draft.what;
    context.act(action::Apply{{edit::SetSnooze{draft.key, until, context.today}}, {}, words, true, draft.deal});
}

DateFieldOptions options_for(const Context& context) {
    DateFieldOptions options{.lean = DateDirection::future};
    options.earliest = context.today + 1;
    options.earliest_is = "tomorrow";
    options.field.icon = icon::calendar;
    options.field.show_label = true;
    return options;
}

}

void draw_snooze(const Context& context) {
    auto& draft = context.view.today.snooze;
    if (!draft) return;
    const auto& ui = context.ui;
    bool open = true;
    if (Dialog dialog(ui, "Snooze until", open, 400); dialog) {
        text_wrapped_muted(ui, TextStyle::body, draft->what);
        gap(ui, 12);
        const auto days = usual_days(context.today);
        for (const auto& day : days) {
            const auto label = std::string(day.label) + ", " + std::string(weekday_name(day.on)) + ' ' + short_date(day.on, context.today);
            // Enter takes the first one, until something else has the focus.
            const bool first = &day == days.data();
            if (first && draft->just_opened) ImGui::SetKeyboardFocusHere();
            const bool enter = first && !draft->just_opened && !ImGui::GetIO().WantTextInput && !ImGui::GetIO().NavVisible && is_enter_pressed();
            if (button(ui, first ? ButtonKind::filled : ButtonKind::outlined, label, {.icon = icon::alarm_clock, .width = -1}) || enter) {
                snooze(context, *draft, day.on);
                open = false;
            }
            gap(ui, 8);
        }
        draft->just_opened = false;
        gap(ui, 4);
        auto options = options_for(context);
        options.field.error = draft->error;
        const auto event = date_field(ui, "Another day", draft->day, context.today, options);
        if (event == FieldEvent::changed) draft->error.clear();
        const bool kept = event == FieldEvent::kept && is_enter_pressed();
        gap(ui, 12);
        if (kept || button(ui, ButtonKind::outlined, "Snooze", {.icon = icon::alarm_clock, .disabled = trimmed(draft->day).empty()})) {
            const auto day = day_of(draft->day, context.today, options);
            if (!day) {
                draft->error = day.error().message();
            } else if (*day) {
                snooze(context, *draft, **day);
                open = false;
            }
        }
        same_line(ui, 8);
        if (button(ui, ButtonKind::quiet, "Cancel")) open = false;
    }
    if (!open) {
        draft.reset();
        bool closed = false;
        Dialog gone(ui, "Snooze until", closed, 400); // gives the page its focus back
    }
}

}
