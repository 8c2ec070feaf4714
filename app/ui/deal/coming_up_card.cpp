#include "app/session/action.hpp"
#include "app/session/drafts/log_draft.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deal/deal_cards.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/card_parts.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int rows_shown = 6;

void show(const Context& context, const ComingUp& coming) {
    if (const auto* commitment = std::get_if<CommitmentId>(&coming.about)) {
        go_to(context, *commitment);
    } else if (const auto* promise = std::get_if<PromiseId>(&coming.about)) {
        go_to(context, *promise);
    } else if (const auto* interaction = std::get_if<InteractionId>(&coming.about)) {
        go_to(context, *interaction);
    }
}

// Buttons from the right edge to the left; the answer is how wide they are together.
float draw_moves(const Context& context, const ComingUp& coming, float right, float middle) {
    const auto& ui = context.ui;
    const float size = ui.theme.control_small_height();
    float left = right;
    const auto move = [&](const char* icon, std::string_view label) {
        left -= size;
        ImGui::SetCursorScreenPos({left, middle - size / 2});
        return icon_button(ui, icon, label, {.small = true});
    };
    if (const auto* id = std::get_if<InteractionId>(&coming.about)) {
        if (move(icon::x, "Drop: " + coming.what)) context.act(apply_with_toast(edit::SetNextStep{*id, NextStepState::dropped}));
        if (move(icon::check, "Happened: " + coming.what)) begin_log(context, draft_of_step(*find(*context.deal, *id), *context.deal));
    } else if (const auto* promise = std::get_if<PromiseId>(&coming.about)) {
        if (move(icon::check, "Kept: " + coming.what)) {
            context.act(apply_with_toast(edit::AddPromiseEvent{*promise, {PromiseEventKind::kept, context.today, {}}}));
        }
    }
    return right - left;
}

float moves_width(const Context& context, const ComingUp& coming) {
    if (context.read_only) return 0;
    const float size = context.ui.theme.control_small_height();
    return std::holds_alternative<InteractionId>(coming.about) ? 2 * size : std::holds_alternative<PromiseId>(coming.about) ? size : 0;
}

// `side`: what the buttons of all rows need, so that the days stand under each other.
void draw_row(const Context& context, const ComingUp& coming, int number, float width, float side) {
    const auto& ui = context.ui;
    const bool late = coming.is_late(context.today);
    const auto day = !coming.on ? std::string("no date") : short_date(*coming.on, context.today) + (late ? ", late" : "");
    const auto color = late ? ui.color().bad : ui.color().text_muted;
    const auto start = ImGui::GetCursorScreenPos();
    const float moves = moves_width(context, coming);
    const float row_width = width - side;
    if (card_row(ui, row_width, {coming.what, late ? icon::triangle_alert : icon::calendar, color, coming.what, day, color}, number)) {
        show(context, coming);
    }
    const auto below = ImGui::GetCursorScreenPos();
    if (moves > 0) {
        ImGui::PushID(number);
        draw_moves(context, coming, start.x + width - side + ui.px(8) + moves, (start.y + ImGui::GetItemRectMax().y) / 2);
        ImGui::PopID();
        ImGui::SetCursorScreenPos(below);
    }
}

}

void draw_coming_up_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    Card card(ui, "coming", {.width = width, .height = height});
    card_title(ui, card.inner_width(), icon::calendar, "Coming up", {});
    const auto list = coming_up(*context.deal);
    if (list.empty()) {
        gap(ui, 8);
        text_wrapped_muted(ui, TextStyle::body, "No dates yet. Agree a date for the next step with the buyer.", card.inner_width());
    }
    const auto shown = std::min<int>(rows_shown, static_cast<int>(list.size()));
    float side = 0;
    for (int i = 0; i < shown; ++i) {
        side = std::max(side, moves_width(context, list[static_cast<std::size_t>(i)]));
    }
    if (side > 0) side += ui.px(8);
    for (int i = 0; i < shown; ++i) {
        draw_row(context, list[static_cast<std::size_t>(i)], i, card.inner_width(), side);
    }
    if (const auto more = static_cast<int>(list.size()) - shown; more > 0) {
        gap(ui, 4);
        text_muted(ui, TextStyle::caption, "And " + std::to_string(more) + " more");
    }
}

}
