// The day by which it is wanted: whose it is, why, and what it was before.
#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/deal_details_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "generated/icons.hpp"

#include <array>

namespace middleground {

namespace {

void draw_target_day(const Context& context, std::string_view focused_by) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const auto* target = target_of(deal);
    const auto day = target ? target->date : std::optional<Date>();
    const auto away = !day ? std::string() : target_has_passed(deal, context.today) ? "has passed" : distance_words(*day, context.today);
    detail_row(ui, "Target date", [&](float width) {
        if (context.read_only) {
            gap(ui, 4);
            text(ui, TextStyle::body, short_date(*day, context.today) + ", " + away);
            return;
        }
        const float right = ImGui::GetCursorScreenPos().x + width;
        // The field itself says how far away the day is.
        const auto passed = day && target_has_passed(deal, context.today) ? away : std::string();
        const float room = passed.empty() ? 0 : text_size(ui, TextStyle::body, passed).x + ui.px(12);
        const auto due = days_coming_up(deal);
        DateFieldOptions options{.lean = DateDirection::future, .period = PeriodDay::last, .marks = due};
        options.field = {.placeholder = "Add a target date",
                         .width = width - room,
                         .in_place = true,
                         .focus = takes_detail_focus(context, focused_by)};
        options.field.icon = icon::calendar;
        if (const auto typed = date_edit(ui, "Deal target date", day, context.today, options)) {
            context.act(apply_edit(changed_target(deal, context.today, [&](TargetEvent& event) { event.date = *typed; })));
        }
        if (!passed.empty()) detail_aside(ui, right, passed);
    });
}

void draw_target_reason(const Context& context, const TargetEvent& target) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    if (context.read_only) {
        detail_words(ui, "Whose date", target.reason == TargetReason::buyer_event ? "Their event" : "Our target");
        detail_words(ui, "Reason", target.note);
        return;
    }
    detail_row(ui, "Whose date", [&](float) {
        const bool icons = !ui.theme.touch;
        const std::array sides{Segment{"Their event", icons ? icon::calendar : nullptr},
                               Segment{"Our target", icons ? icon::flag : nullptr}};
        if (const auto chosen = segmented(ui, "Whose date", sides, static_cast<int>(target.reason))) {
            const auto reason = static_cast<TargetReason>(*chosen);
            context.act(apply_edit(changed_target(deal, context.today, [&](TargetEvent& event) { event.reason = reason; })));
        }
    });
    detail_row(ui, "Reason", [&](float width) {
        const FieldOptions options{.placeholder = target.reason == TargetReason::buyer_event ? "What happens then" : "Why that date",
                                   .width = width,
                                   .in_place = true,
                                   .focus = takes_detail_focus(context, "Target reason")};
        if (auto note = finished_text_edit(context, "Target reason", target.note, options)) {
            context.act(apply_edit(changed_target(deal, context.today, [&](TargetEvent& event) { event.note = std::move(*note); })));
        }
    });
}

void draw_target_history(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    auto& all = context.view.facts.targets_shown;
    if (deal.targets.size() < 2) return;
    detail_row(ui, "", [&](float width) {
        if (const auto first = first_target_words(deal, context.today); !first.empty()) {
            text_wrapped_muted(ui, TextStyle::caption, first, width);
        }
        if (all) {
            for (const auto& line : target_history(deal, context.today)) {
                text_wrapped_muted(ui, TextStyle::caption, line, width);
            }
        }
        const auto label = all ? std::string("Show less") : "Show all " + std::to_string(deal.targets.size()) + " entries";
        if (button(ui, ButtonKind::link, label, {.small = true})) all = !all;
    });
}

}

void draw_detail_target(const Context& context, std::string_view focused_by) {
    const auto* target = target_of(*context.deal);
    const bool any = target && target->date;
    if (context.read_only && !any) return;
    draw_target_day(context, focused_by);
    if (any) draw_target_reason(context, *target);
    draw_target_history(context);
}

}
