#include "app/views/ask_card.hpp"

#include "app/views/parts.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t most_shown = 3; // more than three asks at once is none

// "Ask next, 1 of 3" with arrows.
void draw_stepper(const Context& context, const PlanItem& item, int count) {
    const auto& ui = context.ui;
    auto& index = context.view.ask_index;
    const bool first_ask = item.state == PlanState::ready;
    icon_text(ui, TextStyle::label, plan_icon(item.state), plan_color(ui, item.state),
              first_ask ? "Ready to ask" : plan_words(item, context.today));
    if (count < 2) {
        return;
    }
    same_line(ui, 8);
    text_muted(ui, TextStyle::body, std::to_string(index + 1) + " of " + std::to_string(count));
    same_line(ui, 8);
    const float lift = (ui.theme.control_small_height() - ui.theme.line_height(TextStyle::body)) / 2;
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - lift);
    if (icon_button(ui, icon::arrow_left, "Previous ask", {.small = true})) {
        index = (index + count - 1) % count;
    }
    same_line(ui, 2);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - lift);
    if (icon_button(ui, icon::arrow_right, "Next ask", {.small = true})) {
        index = (index + 1) % count;
    }
}

void draw_person_line(const Context& context, const StakeholderId& id, float width) {
    const auto& ui = context.ui;
    const auto* person = find(*context.deal, id);
    if (!person) {
        text_wrapped_muted(ui, TextStyle::body, "Nobody on the buyer's side owns it yet. Choose an owner on Commitments.", width);
        return;
    }
    const auto min = ImGui::GetCursorScreenPos();
    const float height = ui.px(24);
    auto* list = ImGui::GetWindowDrawList();
    draw_avatar(ui, list, {min.x + ui.px(12), min.y + height / 2}, person->name);
    float x = min.x + ui.px(32);
    const auto put = [&](TextStyle style, ImU32 color, std::string_view words, float after) {
        const float room = min.x + width - x;
        if (room > ui.px(20)) {
            const auto shown = fitted(ui, style, words, room);
            draw_text_in(ui, list, style, {x, min.y}, {min.x + width, min.y + height}, color, shown);
            x += text_size(ui, style, shown).x + ui.px(after);
        }
    };
    put(TextStyle::label, ui.color().text, person->name, 8);
    put(TextStyle::body, ui.color().text_muted, person_line(*person), 10);
    const auto stance = stance_of(*person);
    if (x + ui.px(90) < min.x + width) {
        draw_stance_mark(ui, list, {x + ui.px(7), min.y + height / 2}, stance);
        x += ui.px(20);
        put(TextStyle::body, ui.color().text_muted, label_of(stance), 0);
    }
    ImGui::Dummy({width, height});
    ui.note(ItemRole::text, person->name, person_line(*person));
}

void draw_reason(const Ui& ui, const char* icon, std::string_view title, std::string_view words, float width) {
    ImGui::BeginGroup();
    icon_text(ui, TextStyle::body, icon, ui.color().text_muted, title);
    gap(ui, 2);
    text_wrapped(ui, TextStyle::body, words, width);
    ImGui::EndGroup();
}

void mark(const Context& context, const PlanItem& item, const AskWords& words) {
    const auto& commitment = *find(*context.deal, item.id);
    CommitmentEvent event{words.move, context.today, {}, {}, {}, {}};
    if (words.move != CommitmentEventKind::kept) {
        event.who = commitment.people;
        if (event.who.empty() && !words.person.empty()) {
            event.who.push_back(words.person);
        }
    }
    context.act(apply_with_toast(edit::AddCommitmentEvent{item.id, std::move(event)}));
}

void draw_buttons(const Context& context, const PlanItem& item, const AskWords& words, int count) {
    const auto& ui = context.ui;
    const bool gives_first = item.state == PlanState::declined || item.state == PlanState::broken;
    if (!context.read_only) {
        if (gives_first) {
            if (button(ui, ButtonKind::filled, "Log what you gave", {.icon = icon::gift})) {
                context.view.log = LogDraft{.open = true, .just_opened = true};
                context.view.log.people = words.person.empty() ? std::vector<StakeholderId>{} : std::vector{words.person};
            }
        } else if (button(ui, ButtonKind::filled, words.button, {.icon = icon::check})) {
            mark(context, item, words);
        }
        same_line(ui);
    }
    if (!words.wording.empty() && button(ui, ButtonKind::outlined, "Copy wording", {.icon = icon::copy})) {
        context.act(action::CopyText{words.wording, "Copied the wording"});
    }
    // On a phone there is no room for three.
    const auto go_on = [&](std::string_view label) {
        same_line(ui);
        if (ImGui::GetContentRegionAvail().x < button_width(ui, label)) {
            ImGui::NewLine();
            gap(ui, 8);
        }
    };
    if (!context.read_only && gives_first) {
        go_on(words.button);
        if (button(ui, ButtonKind::quiet, words.button)) {
            mark(context, item, words);
        }
    } else if (!context.read_only && count > 1) {
        go_on("Not now");
        if (button(ui, ButtonKind::quiet, "Not now")) {
            context.view.ask_index = (context.view.ask_index + 1) % count;
        }
    }
}

void draw_left(const Context& context, const PlanItem& item, const AskWords& words, int count, float width) {
    const auto& ui = context.ui;
    ImGui::BeginGroup();
    draw_stepper(context, item, count);
    gap(ui, 8);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    text_wrapped(ui, TextStyle::title, words.headline, width);
    ImGui::PopTextWrapPos();
    gap(ui, 8);
    draw_person_line(context, words.person, width);
    gap(ui, 12);
    const bool stacked = width < ui.px(460);
    const float column = stacked ? width : (width - ui.px(24)) / 2;
    if (!words.why.empty()) {
        draw_reason(ui, icon::info, "Why it helps them", words.why, column);
    }
    if (stacked || words.why.empty()) {
        gap(ui, 10);
    } else {
        same_line(ui, 24);
    }
    draw_reason(ui, icon::gift, "What you offer", words.offer, column);
    gap(ui, 18);
    draw_buttons(context, item, words, count);
    ImGui::EndGroup();
}

void draw_wording(const Context& context, const AskWords& words, float width) {
    const auto& ui = context.ui;
    ImGui::BeginGroup();
    icon_text(ui, TextStyle::body, icon::quote, ui.color().text_muted, "Wording");
    gap(ui, 8);
    if (words.wording.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "No wording yet. Write on Commitments how you would ask.", width);
    } else {
        text_wrapped(ui, TextStyle::reading, words.wording, width);
    }
    ImGui::EndGroup();
}

void draw_nothing_ready(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    Card card(ui, "ask", {.width = width});
    if (!std::holds_alternative<Open>(deal.outcome)) {
        const bool won = std::holds_alternative<Won>(deal.outcome);
        text(ui, TextStyle::title, won ? "Won" : std::holds_alternative<Lost>(deal.outcome) ? "Lost" : "No decision was made");
        text_wrapped_muted(ui, TextStyle::body,
                           won ? "What they agreed to after the decision is on Commitments."
                               : "The log keeps what was said. It helps the next time.");
        return;
    }
    if (deal.commitments.empty()) {
        if (empty_state(ui, icon::workflow, "No commitment is planned", "Add the first one: what should the buyer promise next?",
                        context.read_only ? "" : "Commitments", icon::workflow)) {
            context.act(action::GoTo{Screen::commitments});
        }
        return;
    }
    text(ui, TextStyle::title, "Every commitment is kept");
    text_wrapped_muted(ui, TextStyle::body, "Nothing is left to ask for. Close the deal as won, or add what comes after.");
    gap(ui, 8);
    if (!context.read_only && button(ui, ButtonKind::filled, "Mark the deal as won", {.icon = icon::circle_check})) {
        context.act(apply_with_toast(edit::SetOutcome{Won{context.today}}));
    }
}

}

void draw_ask_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& ready = context.derived->ready;
    if (ready.empty()) {
        draw_nothing_ready(context, width);
        return;
    }
    const int count = static_cast<int>(std::min(ready.size(), most_shown));
    auto& index = context.view.ask_index;
    index = std::clamp(index, 0, count - 1);
    const auto item = ready[static_cast<std::size_t>(index)];
    const auto words = ask_words(context, item);
    Card card(ui, "ask", {.width = width, .padding = 24});
    const bool stacked = width < ui.px(760);
    if (stacked) {
        draw_left(context, item, words, count, card.inner_width());
        gap(ui, 16);
        separator(ui);
        gap(ui, 12);
        draw_wording(context, words, card.inner_width());
        return;
    }
    const float right = std::floor(card.inner_width() * 0.32f);
    const float left = card.inner_width() - right - ui.px(48);
    const auto start = ImGui::GetCursorScreenPos();
    draw_left(context, item, words, count, left);
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({start.x + left + ui.px(48), start.y});
    draw_wording(context, words, right);
    const float lower = std::max(bottom, ImGui::GetItemRectMax().y);
    const float line = start.x + left + ui.px(24);
    ImGui::GetWindowDrawList()->AddLine({line, start.y - ui.px(24)}, {line, lower + ui.px(24)}, ui.color().line);
    ImGui::SetCursorScreenPos({start.x, lower});
    ImGui::Dummy({0, 0});
}

}
