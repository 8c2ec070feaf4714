#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_day.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deal/ask_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/analysis/names.hpp"
#include "generated/icons.hpp"

#include <string>

namespace middleground {

namespace {

void draw_wording_box(const Context& context, const NextAsk& ask, float width) {
    const auto& ui = context.ui;
    if (ask.wording.empty()) return;
    const float pad = ui.px(12);
    const float height = wrapped_height(ui, TextStyle::reading, ask.wording, width - 2 * pad);
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + width, min.y + height + 2 * pad};
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, ui.color().background, ui.px(8));
    draw_text_wrapped(ui, list, TextStyle::reading, {min.x + pad, min.y + pad}, ui.color().text, ask.wording, width - 2 * pad);
    ImGui::Dummy({width, max.y - min.y});
    ui.note_rect(ItemRole::text, ask.wording, min, max);
    gap(ui, 12);
}

void draw_offer(const Context& context, const NextAsk& ask, float width) {
    const auto& ui = context.ui;
    if (ask.offer.empty()) return;
    const auto start = ImGui::GetCursorScreenPos();
    const float line = ui.theme.line_height(TextStyle::body);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon::gift, {start.x + ui.px(8), start.y + line / 2}, ui.px(16), ui.color().text_muted);
    ImGui::SetCursorScreenPos({start.x + ui.px(28), start.y});
    text_wrapped_muted(ui, TextStyle::body, ask.offer, width - ui.px(28));
    gap(ui, 12);
}

// What is one tap away: why, what not to do, and the other ways on.
void draw_more(const Context& context, const NextAsk& ask, int count) {
    const auto& ui = context.ui;
    auto& open = context.view.deal_page.ask_more_open;
    const std::string title(label_of(ask.action));
    if (Dialog dialog(ui, title.c_str(), open); dialog) {
        icon_text(ui, TextStyle::body, icon::info, ui.color().text_muted, "Why now");
        gap(ui, 2);
        text_wrapped(ui, TextStyle::body, ask.why);
        if (!ask.avoid.empty()) {
            gap(ui, 12);
            icon_text(ui, TextStyle::body, icon::hand, ui.color().warn, "What not to do");
            gap(ui, 2);
            text_wrapped(ui, TextStyle::body, ask.avoid);
        }
        if (context.read_only) return;
        gap(ui, 16);
        if (const auto other = other_move_of(ask)) {
            if (button(ui, ButtonKind::outlined, other->button, {.width = -1})) {
                open = false;
                other->run(context);
            }
            gap(ui, 8);
        }
        if (move_of(ask).record) {
            if (button(ui, ButtonKind::outlined, "It happened on an earlier day", {.width = -1})) {
                open = false;
                open_ask_day(context);
            }
            gap(ui, 8);
        }
        if (count > 1 && button(ui, ButtonKind::outlined, "Not now", {.width = -1})) {
            open = false;
            context.view.deal_page.ask_index = (context.view.deal_page.ask_index + 1) % count;
        }
    }
}

void draw_buttons(const Context& context, const NextAsk& ask, float width) {
    const auto& ui = context.ui;
    const float square = ui.theme.control_height();
    const float space = ui.px(8);
    const bool can_copy = !ask.wording.empty();
    const float wide = width - (can_copy ? 2 : 1) * (square + space);
    if (context.read_only) {
        if (can_copy && button(ui, ButtonKind::outlined, "Copy wording", {.icon = icon::copy, .width = wide + square + space})) {
            context.act(action::CopyText{ask.wording, "Copied the wording"});
        }
    } else {
        const auto move = move_of(ask);
        if (button(ui, ButtonKind::filled, move.button, {.icon = move.icon, .width = wide})) move.run(context);
        if (can_copy) {
            same_line(ui, 8);
            if (icon_button(ui, icon::copy, "Copy wording")) context.act(action::CopyText{ask.wording, "Copied the wording"});
        }
    }
    if (!context.read_only || can_copy) same_line(ui, 8);
    if (icon_button(ui, icon::ellipsis, "Why, and other options")) context.view.deal_page.ask_more_open = true;
}

}

void draw_ask_card_phone(const Context& context, const NextAsk& ask, int count, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    draw_ask_stepper(context, ask, count);
    const float stepper_right = ImGui::GetItemRectMax().x;
    const auto after = ImGui::GetCursorScreenPos();
    const auto effect = effect_words(context, ask);
    const float tag_left = start.x + width - (effect.empty() ? 0 : tag_size(ui, effect, icon::trending_up).x);
    const bool beside_stepper = stepper_right + ui.px(8) <= tag_left;
    if (!effect.empty() && beside_stepper) {
        ImGui::SetCursorScreenPos({tag_left, start.y - ui.px(1)});
        draw_effect_tag(context, effect);
        ImGui::SetCursorScreenPos(after);
    }
    gap(ui, 4);
    text_wrapped(ui, TextStyle::title, ask.title, width);
    gap(ui, 8);
    if (!ask.whom.empty()) {
        draw_asked_people(context, ask.whom, width);
        gap(ui, 12);
    }
    if (!effect.empty() && !beside_stepper) {
        draw_effect_tag(context, effect);
        gap(ui, 12);
    }
    draw_wording_box(context, ask, width);
    draw_offer(context, ask, width);
    draw_buttons(context, ask, width);
    draw_more(context, ask, count);
}

}
