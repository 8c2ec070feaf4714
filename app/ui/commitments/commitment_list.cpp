#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/commitments/commitment_node.hpp"
#include "app/ui/commitments/commitment_table.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"
#include "core/model/words/shown_name.hpp"

#include <cmath>

namespace middleground {

namespace {

std::string row_words(const Context& context, const PlanItem& item, const Commitment& commitment) {
    return item.state == PlanState::waiting ? "Waits for " + waits_for_words(*context.deal, commitment) : plan_words(item, commitment, context.today);
}

void draw_list_row(const Context& context, const Press& press, const PlanItem& item, const Commitment& commitment, bool first) {
    const auto& ui = context.ui;
    const auto& color = ui.color();
    auto* list = ImGui::GetWindowDrawList();
    const float center = (press.min.y + press.max.y) / 2;
    if (press.hovered || press.held) {
        list->AddRectFilled(press.min, press.max, color.hover);
    }
    const float left = press.min.x + ui.px(item.state == PlanState::waiting ? 36.0f : 16.0f);
    if (!first) {
        draw_line_across(ui, list, press.min.x, press.max.x, press.min.y, color.line);
    }
    const ImU32 state = state_color(ui, item, context.today);
    draw_icon(ui, list, state_icon(item, context.today), {left + ui.px(9), center}, ui.px(18), state);
    const float words = left + ui.px(32);
    const float right = press.max.x - ui.px(44);
    const float upper = center - ui.theme.line_height(TextStyle::strong);
    const float lower = center + ui.theme.line_height(TextStyle::body);
    const float mark = commitment.decides ? ui.px(24) : 0;
    const auto title = fitted(ui, TextStyle::strong, shown_title(commitment), right - words - mark);
    draw_text_in(ui, list, TextStyle::strong, {words, upper}, {right, center}, is_set_aside(item.state) ? color.text_muted : color.text,
                 title);
    if (commitment.decides) {
        draw_icon(ui, list, icon::target, {words + text_size(ui, TextStyle::strong, title).x + ui.px(14), (upper + center) / 2}, ui.px(16),
                  color.text_muted);
    }
    const auto second = row_words(context, item, commitment);
    draw_text_in(ui, list, TextStyle::body, {words, center}, {right, lower}, state, second);
    const float owner = words + text_size(ui, TextStyle::body, second).x + ui.px(10);
    if (!commitment.buyer_owner.empty() && owner + ui.px(48) < right) {
        draw_text_in(ui, list, TextStyle::body, {owner, center}, {right, lower}, color.text_muted,
                     name_of(*context.deal, commitment.buyer_owner));
    }
    draw_icon(ui, list, icon::chevron_right, {press.max.x - ui.px(24), center}, ui.px(18), color.text_muted);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, press.min, press.max, ui.px(6), Ring::inset);
    }
    ui.note(ItemRole::row, shown_title(commitment), second);
}

}

void draw_commitment_list(const Context& context) {
    const auto& ui = context.ui;
    const Card card(ui, "list", {.flush = true});
    bool first = true;
    for (const auto& item : context.derived->plan) {
        const auto press = press_area(id_of(item.id.text), {card.inner_width(), ui.px(64)});
        if (press.visible) {
            draw_list_row(context, press, item, *find(*context.deal, item.id), first);
        }
        if (press.pressed) {
            context.view.commitment = item.id;
            context.view.scroll_to_selection = true;
        }
        first = false;
    }
}

}
