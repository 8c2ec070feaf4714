#include "app/ui/asking/ask_day.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/backdate.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

DateFieldOptions answer_day() {
    return {.field = {.show_label = true}, .lean = DateDirection::future, .when_empty = "They named no day"};
}

void take(const Context& context, const AskMove& move, Date on, AskDayDraft& draft) {
    const auto not_before = day_of(draft.not_before, context.today, answer_day());
    if (!not_before) {
        draft.error = not_before.error().message();
        return;
    }
    if (const auto done = move.record(context, on, *not_before); !done) {
        draft.error = done.error().message();
        return;
    }
    context.view.facts.ask_day.reset();
}

}

Result<void> record_on(const Context& context, Date on, std::vector<Edit> edits) {
    const auto what = describe(*context.deal, edits.front());
    if (auto earlier = opens_earlier(*context.deal, on)) edits.insert(edits.begin(), std::move(*earlier));
    auto tried = *context.deal;
    for (const auto& edit : edits) {
        auto next = apply(std::move(tried), edit, context.today);
        if (!next) return std::unexpected(next.error());
        tried = std::move(*next);
    }
    context.act(action::Apply{std::move(edits), {}, what, true, {}});
    return {};
}

void open_ask_day(const Context& context) {
    context.view.facts.ask_day.emplace();
    context.view.deal_page.ask_more_open = false;
}

void draw_ask_day(const Context& context, const NextAsk& ask) {
    auto& draft = context.view.facts.ask_day;
    if (!draft) return;
    const auto& ui = context.ui;
    const auto move = move_of(ask);
    bool open = true;
    if (Dialog dialog(ui, "On which day?", open, 400); dialog) {
        text_wrapped(ui, TextStyle::body, ask.title);
        gap(ui, 12);
        DateFieldOptions options{.lean = DateDirection::past, .when_empty = "Today"};
        options.latest = context.today;
        options.field.icon = icon::calendar;
        options.field.error = draft->error;
        if (date_field(ui, "Day it happened", draft->on, context.today, options) == FieldEvent::changed) draft->error.clear();
        const auto day = day_of(draft->on, context.today, options);
        if (day && *day && opens_earlier(*context.deal, **day)) {
            gap(ui, 6);
            icon_text(ui, TextStyle::caption, icon::info, ui.color().text_muted, opens_earlier_words(**day, context.today));
        }
        if (move.is_answer) {
            gap(ui, 12);
            if (date_field(ui, "Not before", draft->not_before, context.today, answer_day()) == FieldEvent::changed) draft->error.clear();
        }
        gap(ui, 16);
        const bool enter = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
        const auto label = move.button + "##on that day";
        if ((button(ui, ButtonKind::filled, label, {.icon = move.icon}) || enter) && move.record) {
            if (day) {
                take(context, move, day->value_or(context.today), *draft);
            } else {
                draft->error = day.error().message();
            }
        }
        if (draft) {
            same_line(ui, 8);
            if (button(ui, ButtonKind::quiet, "Cancel")) open = false;
        } else {
            open = false;
        }
    }
    if (!open) {
        draft.reset();
        bool closed = false;
        Dialog gone(ui, "On which day?", closed, 400); // gives the page its focus back
    }
}

}
