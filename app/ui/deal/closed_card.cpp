#include "app/ui/deal/closed_card.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

// "On 3 Jun, 50 days after it was opened."
std::string when_words(const Deal& deal, Date today) {
    const auto on = *closed_on(deal.outcome);
    const int days = on - deal.opened;
    const auto words = "On " + short_date(on, today);
    return days <= 0 ? words + ", the day it was opened." : words + ", " + counted(days, "day", "days") + " after it was opened.";
}

void draw_lesson(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only && deal.lesson.empty()) return;
    const bool won = std::holds_alternative<Won>(deal.outcome);
    gap(ui, 14);
    text_muted(ui, TextStyle::caption, won ? "What made it work" : "What would have changed it");
    gap(ui, 4);
    if (context.read_only) {
        text_wrapped(ui, TextStyle::reading, deal.lesson, width);
        return;
    }
    const float wide = std::min(width, ui.px(720));
    const float words = wrapped_height(ui, TextStyle::body, deal.lesson, wide - ui.px(32));
    const FieldOptions options{.placeholder = won ? "What made it work?" : "What would have changed it?",
                               .width = wide,
                               .height = std::max(ui.px(44), words + ui.px(24)),
                               .multiline = true,
                               .max_bytes = Limits::long_text};
    if (auto lesson = text_edit(ui, "What it taught", deal.lesson, options)) {
        edit::SetDeal set;
        set.lesson = std::move(*lesson);
        context.act(apply_edit(std::move(set), "Lesson"));
    }
}

}

void draw_closed_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto as = *closed_as(deal.outcome);
    Card card(ui, "ask", {.width = width, .padding = context.phone ? 16.0f : 24.0f});
    const float inner = card.inner_width();
    icon_text(ui, TextStyle::label, close_icon(as), close_color(ui, as), "Closed");
    gap(ui, 8);
    text_wrapped(ui, TextStyle::title, as == CloseAs::no_decision ? std::string("No decision was made") : outcome_words(deal.outcome),
                 inner);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body, when_words(deal, context.today), inner);
    if (const auto why = outcome_why(deal.outcome); !why.empty()) {
        gap(ui, 14);
        text_muted(ui, TextStyle::caption, "Why");
        gap(ui, 2);
        text_wrapped(ui, TextStyle::body, why, inner);
    }
    if (const auto& left = context.derived->assessment.next.nothing_because; !left.empty()) {
        gap(ui, 14);
        text_wrapped_muted(ui, TextStyle::body, left, inner);
    }
    draw_lesson(context, inner);
    if (context.read_only) return;
    gap(ui, 18);
    if (button(ui, ButtonKind::outlined, "Reopen", {.icon = icon::rotate_ccw})) context.act(reopening_of(deal));
    same_line(ui, 8);
    if (button(ui, ButtonKind::quiet, "Change how it ended")) open_close_dialog(context, deal, as);
}

void draw_decided_card(const Context& context, const Commitment& decision, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "ask", {.width = width, .padding = context.phone ? 16.0f : 24.0f});
    const auto kept = state_since(decision);
    text_wrapped(ui, TextStyle::title, shown_title(decision) + " was kept on " + short_date(kept, context.today), card.inner_width());
    if (context.read_only) return;
    gap(ui, 14);
    if (button(ui, ButtonKind::filled, "Mark as won", {.icon = icon::circle_check, .width = context.phone ? -1.0f : 0.0f})) {
        auto step = reopening_of(deal);
        step.edits = {edit::SetOutcome{Won{kept}}};
        step.what = "Closed " + (deal.account.empty() ? deal.title : deal.account) + " as won";
        context.act(std::move(step));
    }
}

}
