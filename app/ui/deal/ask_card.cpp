#include "app/ui/deal/ask_card.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_day.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deal/ask_parts.hpp"
#include "app/ui/deal/closed_card.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float padding = 20;
constexpr std::size_t most_shown = 3; // more than three asks at once is none

void draw_reason(const Ui& ui, const char* icon, std::string_view title, std::string_view words, float width) {
    ImGui::BeginGroup();
    icon_text(ui, TextStyle::body, icon, ui.color().text_muted, title);
    gap(ui, 2);
    text_wrapped(ui, TextStyle::body, words, width);
    ImGui::EndGroup();
}

// Beside each other as far as they fit into the width.
void draw_buttons(const Context& context, const NextAsk& ask, int count, float width) {
    const auto& ui = context.ui;
    const float right = ImGui::GetCursorScreenPos().x + width;
    const auto make_room = [&](float wide) {
        same_line(ui);
        if (ImGui::GetCursorScreenPos().x + wide <= right) return true;
        ImGui::NewLine();
        gap(ui, 8);
        return false;
    };
    const auto go_on = [&](std::string_view label, const ButtonOptions& options = {}) { make_room(button_width(ui, label, options)); };
    if (!context.read_only) {
        const auto move = move_of(ask);
        if (button(ui, ButtonKind::filled, move.button, {.icon = move.icon})) move.run(context);
    }
    if (!ask.wording.empty()) {
        const ButtonOptions options{.icon = icon::copy};
        if (!context.read_only) go_on("Copy wording", options);
        if (button(ui, ButtonKind::outlined, "Copy wording", options)) {
            context.act(action::CopyText{ask.wording, "Copied the wording"});
        }
    }
    if (context.read_only) return;
    if (const auto other = other_move_of(ask)) {
        go_on(other->button);
        if (button(ui, ButtonKind::quiet, other->button)) other->run(context);
    }
    if (move_of(ask).record) {
        go_on("Earlier");
        if (button(ui, ButtonKind::quiet, "Earlier", {.tooltip = "It happened on an earlier day"})) open_ask_day(context);
    }
    if (count > 1) {
        go_on("Not now");
        if (button(ui, ButtonKind::quiet, "Not now")) {
            context.view.deal_page.ask_index = (context.view.deal_page.ask_index + 1) % count;
        }
    }
    if (const auto effect = effect_words(context, ask); !effect.empty()) {
        const auto size = tag_size(ui, effect, icon::trending_up);
        if (make_room(size.x)) {
            ImGui::SetCursorPosY(ImGui::GetCursorPosY() + std::floor((ui.theme.control_height() - size.y) / 2));
        }
        draw_effect_tag(context, effect);
    }
}

void draw_left(const Context& context, const NextAsk& ask, int count, float width) {
    const auto& ui = context.ui;
    ImGui::BeginGroup();
    const auto start = ImGui::GetCursorScreenPos();
    draw_ask_stepper(context, ask, count);
    const auto below = ImGui::GetCursorScreenPos();
    // Who is asked stands at the right of the first line where there is room.
    const float people = asked_people_width(context, ask.whom);
    const bool beside = people > 0 && people + ui.px(260) <= width;
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + width - people, start.y - ui.px(2)});
        draw_asked_people(context, ask.whom, people);
        ImGui::SetCursorScreenPos(below);
        ImGui::Dummy({0, 0});
    }
    gap(ui, 4);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    text_wrapped(ui, TextStyle::title, ask.title, width);
    ImGui::PopTextWrapPos();
    gap(ui, 8);
    if (people > 0 && !beside) {
        draw_asked_people(context, ask.whom, width);
        gap(ui, 12);
    }
    const bool stacked = width < ui.px(460);
    const bool alone = stacked || ask.offer.empty();
    // The longer text gets the wider column.
    const float share = ask.offer.size() > 2 * ask.why.size() ? 0.38f : ask.offer.size() > ask.why.size() ? 0.44f : 0.5f;
    const float column = alone ? width : (width - ui.px(24)) * share;
    draw_reason(ui, icon::info, "Why now", ask.why, column);
    if (!ask.offer.empty()) {
        if (stacked) {
            gap(ui, 10);
        } else {
            same_line(ui, 24);
        }
        draw_reason(ui, icon::gift, "What you offer", ask.offer, stacked ? width : width - ui.px(24) - column);
    }
    gap(ui, 14);
    draw_buttons(context, ask, count, width);
    ImGui::EndGroup();
}

void draw_wording(const Context& context, const NextAsk& ask, float width) {
    const auto& ui = context.ui;
    ImGui::BeginGroup();
    const auto start = ImGui::GetCursorScreenPos();
    icon_text(ui, TextStyle::body, icon::quote, ui.color().text_muted, "Wording");
    if (!ask.wording.empty() && context.caches.derived.wording_hits(ask.wording, context.document.wording).empty()) {
        constexpr std::string_view fine = "Direct, no pressure";
        const float wide = text_size(ui, TextStyle::caption, fine).x + ui.px(22);
        const auto below = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({start.x + width - wide, start.y});
        icon_text(ui, TextStyle::caption, icon::check, ui.color().middle, fine);
        ImGui::SetCursorScreenPos(below);
        ImGui::Dummy({0, 0});
    }
    gap(ui, 6);
    if (ask.wording.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "Nothing to ask for here: do it, then tell them.", width);
    } else {
        text_wrapped(ui, TextStyle::reading, ask.wording, width);
    }
    if (!ask.avoid.empty()) {
        gap(ui, 14);
        const auto at = ImGui::GetCursorScreenPos();
        draw_icon(ui, ImGui::GetWindowDrawList(), icon::hand, {at.x + ui.px(8), at.y + ui.px(9)}, ui.px(16), ui.color().warn);
        ImGui::SetCursorScreenPos({at.x + ui.px(24), at.y});
        text_wrapped_muted(ui, TextStyle::body, ask.avoid, width - ui.px(24));
    }
    ImGui::EndGroup();
}

// A deal without a plan, as imports bring it: one click on a playbook plans it.
void draw_unplanned(const Context& context) {
    const auto& ui = context.ui;
    if (context.read_only) {
        empty_state(ui, icon::workflow, "No commitment is planned", "Nothing has been agreed yet.", "", nullptr);
        return;
    }
    text(ui, TextStyle::title, "This deal has no plan yet");
    text_wrapped_muted(ui, TextStyle::body, "Choose a playbook: how deals like this usually go. You can change every step afterwards.");
    gap(ui, 12);
    const auto& playbooks = context.document.playbooks;
    std::vector<Choice> choices;
    int chosen = 0; // the usual one leads
    for (const auto& playbook : playbooks) {
        if (playbook.id == context.view.deal_page.playbook) chosen = static_cast<int>(choices.size());
        choices.push_back({playbook.title, icon::book_open, playbook.edition > 0 ? "Yours" : ""});
    }
    if (playbooks.empty()) return;
    if (const auto picked = select(ui, "Playbook", choices, chosen, {.width = context.phone ? 0.0f : ui.px(280), .show_label = true})) {
        chosen = *picked;
        context.view.deal_page.playbook = playbooks[static_cast<std::size_t>(chosen)].id;
    }
    gap(ui, 8);
    text_wrapped_muted(ui, TextStyle::caption, playbooks[static_cast<std::size_t>(chosen)].what);
    gap(ui, 12);
    if (button(ui, ButtonKind::filled, "Plan this deal", {.icon = icon::workflow})) {
        context.act(action::PlanDeal{playbooks[static_cast<std::size_t>(chosen)].id});
    }
    same_line(ui, 12);
    if (button(ui, ButtonKind::quiet, "Add steps one by one")) context.act(action::GoTo{Screen::commitments});
}

void draw_nothing_ready(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "ask", {.width = width});
    if (deal.commitments.empty()) {
        draw_unplanned(context);
        return;
    }
    text(ui, TextStyle::title,
         kept_count(deal) == step_count(deal) ? "Every commitment is kept" : "Nothing to ask for now");
    text_wrapped_muted(ui, TextStyle::body, context.derived->assessment.next.nothing_because);
}

}

void draw_ask_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& asks = context.derived->assessment.next.list;
    // Before there is a plan, making one helps more than any single ask.
    const auto& deal = *context.deal;
    if (!is_open(deal.outcome)) {
        draw_closed_card(context, width);
        return;
    }
    if (const auto* decision = kept_decision(deal)) {
        draw_decided_card(context, *decision, width);
        return;
    }
    const bool unplanned = deal.commitments.empty() && !context.read_only;
    if (asks.empty() || unplanned) {
        draw_nothing_ready(context, width);
        return;
    }
    const int count = static_cast<int>(std::min(asks.size(), most_shown));
    auto& index = context.view.deal_page.ask_index;
    index = std::clamp(index, 0, count - 1);
    const auto& ask = asks[static_cast<std::size_t>(index)];
    draw_ask_day(context, ask);
    Card card(ui, "ask", {.width = width, .padding = context.phone ? 16.0f : padding});
    if (context.phone) {
        draw_ask_card_phone(context, ask, count, card.inner_width());
        return;
    }
    const bool stacked = width < ui.px(760);
    if (stacked) {
        draw_left(context, ask, count, card.inner_width());
        gap(ui, 16);
        separator(ui);
        gap(ui, 12);
        draw_wording(context, ask, card.inner_width());
        return;
    }
    const float right = std::floor(card.inner_width() * 0.32f);
    const float left = card.inner_width() - right - ui.px(48);
    const auto start = ImGui::GetCursorScreenPos();
    draw_left(context, ask, count, left);
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({start.x + left + ui.px(48), start.y});
    draw_wording(context, ask, right);
    const float lower = std::max(bottom, ImGui::GetItemRectMax().y);
    const float line = start.x + left + ui.px(24);
    ImGui::GetWindowDrawList()->AddLine({line, start.y - ui.px(padding)}, {line, lower + ui.px(padding)}, ui.color().line);
    ImGui::SetCursorScreenPos({start.x, lower});
    ImGui::Dummy({0, 0});
}

}
