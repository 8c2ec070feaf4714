// Private notes, what a closed deal taught, and how it ended.
#include "app/session/action.hpp"
#include "app/ui/context.hpp"
#include "core/model/validate/validate.hpp"
#include "app/ui/details/deal_details_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/closing/closing.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {


// A text of several lines that grows with what is in it.
void draw_long_text(const Context& context, std::string_view label, const std::string& current,
                    std::optional<std::string> edit::SetDeal::*member, std::string_view placeholder) {
    const auto& ui = context.ui;
    if (context.read_only) {
        text_wrapped(ui, TextStyle::body, current);
        return;
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const float words = wrapped_height(ui, TextStyle::body, current, width - ui.px(32));
    const float height = std::max(ui.px(72), words + ui.px(24));
    const FieldOptions options{.placeholder = placeholder,
                               .width = width,
                               .height = height,
                               .multiline = true,
                               .focus = takes_detail_focus(context, label),
                               .max_bytes = Limits::long_text};
    if (auto text = text_edit(ui, label, current, options)) {
        edit::SetDeal set;
        set.*member = std::move(*text);
        context.act(apply_edit(std::move(set), std::string(label)));
    }
}

void draw_ways_to_close(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    struct Way {
        CloseAs as;
        std::string_view label;
    };
    constexpr std::array ways{Way{CloseAs::won, "Won"}, Way{CloseAs::lost, "Lost"}, Way{CloseAs::no_decision, "No decision"}};
    const auto needed = [&](bool icons) {
        float sum = 2 * ui.px(8);
        for (const auto& way : ways) {
            sum += button_width(ui, way.label, {.icon = icons ? close_icon(way.as) : nullptr});
        }
        return sum;
    };
    // What is left over is shared: the three fill the row.
    const bool icons = needed(true) <= width;
    const float extra = std::max(0.0f, std::floor((width - needed(icons)) / 3));
    for (const auto& way : ways) {
        ButtonOptions options{.icon = icons ? close_icon(way.as) : nullptr};
        options.width = button_width(ui, way.label, options) + extra;
        if (&way != &ways.front()) same_line(ui, 8);
        if (button(ui, ButtonKind::outlined, way.label, options)) open_close_dialog(context, deal, way.as);
    }
}

}

void draw_detail_notes(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const bool edits = !context.read_only;
    // The deal's own page asks for it beside what became of it.
    if (!is_open(deal.outcome) && context.screen != Screen::deal && (edits || !deal.lesson.empty())) {
        const bool won = std::holds_alternative<Won>(deal.outcome);
        text_muted(ui, TextStyle::caption, won ? "What made it work" : "What would have changed it");
        gap(ui, 4);
        draw_long_text(context, "Lesson", deal.lesson, &edit::SetDeal::lesson, "For the next deal like this one");
        gap(ui, 10);
    }
    if (!edits && deal.notes.empty()) return;
    icon_text(ui, TextStyle::caption, icon::lock, ui.color().text_muted, "Private notes, never in a buyer-safe link");
    gap(ui, 4);
    draw_long_text(context, "Private notes", deal.notes, &edit::SetDeal::notes, "What only you and your colleagues should know");
}

void draw_detail_closing(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const float width = ImGui::GetContentRegionAvail().x;
    const auto at = ImGui::GetCursorScreenPos();
    const float line = ui.theme.line_height(TextStyle::strong);
    auto* list = ImGui::GetWindowDrawList();
    if (const auto as = closed_as(deal.outcome)) {
        const auto day = "on " + short_date(*closed_on(deal.outcome), context.today);
        draw_icon(ui, list, close_icon(*as), {at.x + ui.px(8), at.y + line / 2}, ui.px(16), close_color(ui, *as));
        const float day_width = text_size(ui, TextStyle::body, day).x + ui.px(8);
        const auto words = fitted(ui, TextStyle::strong, outcome_words(deal.outcome), width - ui.px(24) - day_width);
        draw_text_in(ui, list, TextStyle::strong, {at.x + ui.px(24), at.y}, {at.x + width, at.y + line}, ui.color().text, words);
        draw_text_in(ui, list, TextStyle::body, at, {at.x + width, at.y + line}, ui.color().text_muted, day, Align::right);
        ui.note_rect(ItemRole::status, outcome_words(deal.outcome), at, {at.x + width, at.y + line}, day);
        ImGui::Dummy({width, line});
        if (context.read_only) return;
        gap(ui, 8);
        if (button(ui, ButtonKind::outlined, "Reopen", {.icon = icon::rotate_ccw})) context.act(reopening_of(deal));
        same_line(ui, 8);
        if (button(ui, ButtonKind::quiet, "Change how it ended", {.icon = icon::pencil})) open_close_dialog(context, deal, *as);
        return;
    }
    if (context.read_only) {
        ImGui::Dummy({0, 0}); // the cursor was set: something has to be there
        return;
    }
    draw_text_in(ui, list, TextStyle::strong, at, {at.x + width, at.y + line}, ui.color().text, "Close this deal");
    const auto counts = counts_words(context, deal);
    const float used = text_size(ui, TextStyle::strong, "Close this deal").x + text_size(ui, TextStyle::caption, counts).x;
    if (used + ui.px(12) <= width) {
        draw_text_in(ui, list, TextStyle::caption, at, {at.x + width, at.y + line}, ui.color().text_muted, counts, Align::right);
    }
    ui.note_rect(ItemRole::heading, "Close this deal", at, {at.x + width / 2, at.y + line});
    ImGui::Dummy({width, line});
    gap(ui, 8);
    draw_ways_to_close(context, width);
}

}
