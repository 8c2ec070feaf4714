#include "app/ui/playbooks/playbook_parts.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// A caption and its words below it.
void fact(const Ui& ui, std::string_view name, std::string_view words, float width) {
    if (words.empty()) {
        return;
    }
    text_muted(ui, TextStyle::caption, name);
    text_wrapped(ui, TextStyle::body, words, width);
    gap(ui, 8);
}

void draw_wording(const Ui& ui, const PlaybookStep& step, float width) {
    if (step.ask.empty()) {
        return;
    }
    gap(ui, 4);
    const Card card(ui, "wording", {.width = width, .padding = 12, .fill = ui.color().sunken, .border = ui.color().sunken});
    icon_text(ui, TextStyle::caption, icon::quote, ui.color().text_muted, "How to ask");
    gap(ui, 4);
    text_wrapped(ui, TextStyle::reading, step.ask);
}

void draw_words(const Ui& ui, const PlaybookStep& step, float width) {
    text_wrapped(ui, TextStyle::body, step.what, width);
    gap(ui, 8);
    fact(ui, "Why it helps them", step.why, width);
    fact(ui, "Done when", step.done_when, width);
    draw_wording(ui, step, width);
}

void draw_facts(const Context& context, const Playbook& playbook, const PlaybookStep& step, float width) {
    const auto& ui = context.ui;
    fact(ui, "After", after_words(playbook, step), width);
    fact(ui, "Usually needs", needs_words(step), width);
    fact(ui, "Takes", days_words(step), width);
    text_muted(ui, TextStyle::caption, "Odds");
    text_wrapped(ui, TextStyle::body, odds_words(step), width);
    text_wrapped_muted(ui, TextStyle::caption, step.origin, width);
    text_wrapped_muted(ui, TextStyle::caption, own_odds_words(context.caches.own_odds.find(playbook.id), step.id), width);
    gap(ui, 8);
    if (step.value_ideas.empty()) {
        return;
    }
    text_muted(ui, TextStyle::caption, "What you can offer for it");
    for (const auto& idea : step.value_ideas) {
        const auto at = ImGui::GetCursorScreenPos();
        const auto line = ui.theme.line_height(TextStyle::body);
        draw_icon(ui, ImGui::GetWindowDrawList(), icon::gift, ImVec2(at.x + ui.px(7), at.y + line / 2), ui.px(14), ui.color().text_muted);
        ImGui::SetCursorScreenPos(ImVec2(at.x + ui.px(22), at.y));
        text_wrapped(ui, TextStyle::body, idea, width - ui.px(22));
        ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y));
        gap(ui, 4);
    }
}

void draw_step(const Context& context, const Playbook& playbook, const PlaybookStep& step, int number) {
    const auto& ui = context.ui;
    ImGui::PushID(step.id.c_str());
    {
        const Card card(ui, "step");
        text_muted(ui, TextStyle::heading, std::to_string(number));
        ui.note_level(0);
        same_line(ui, 8);
        text(ui, TextStyle::heading, step.title);
        if (step.decides) {
            same_line(ui, 12);
            tag(ui, "The decision", Tone::accent, icon::flag);
        }
        gap(ui, 4);
        const auto width = card.inner_width();
        if (width < ui.px(560)) {
            draw_words(ui, step, width);
            gap(ui, 12);
            draw_facts(context, playbook, step, width);
        } else {
            const auto space = ui.px(32);
            const auto left = (width - space) * 0.58f;
            const auto start = ImGui::GetCursorScreenPos();
            ImGui::BeginGroup();
            draw_words(ui, step, left);
            ImGui::EndGroup();
            const auto left_end = ImGui::GetCursorScreenPos().y;
            ImGui::SetCursorScreenPos(ImVec2(start.x + left + space, start.y));
            ImGui::BeginGroup();
            draw_facts(context, playbook, step, width - left - space);
            ImGui::EndGroup();
            ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)));
        }
    }
    ImGui::PopID();
    gap(ui, context.phone ? 12.0f : 16.0f);
}

// A fact about the whole playbook, in a box of its own; nothing without words.
void draw_note(const Ui& ui, const char* id, const char* icon, std::string_view head, std::string_view words, float width) {
    if (words.empty()) return;
    {
        const Card card(ui, id, {.width = width, .padding = 12, .fill = ui.color().sunken, .border = ui.color().sunken});
        icon_text(ui, TextStyle::caption, icon, ui.color().text_muted, head);
        gap(ui, 4);
        text_wrapped(ui, TextStyle::body, words);
    }
    gap(ui, 16);
}

}

void draw_shipped_playbook(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    ImGui::PushID(playbook.id.c_str());
    text_wrapped(ui, TextStyle::title, playbook.title, width);
    text_wrapped(ui, TextStyle::body, playbook.what, width);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, playbook_words(playbook), width);
    gap(ui, 12);
    if (!context.view.playbooks.incoming) draw_playbook_buttons(context, playbook, width);
    if (playbook.steps.size() > 1 && !context.phone) {
        gap(ui, 16);
        draw_playbook_graph(context, playbook, width);
    }
    gap(ui, 16);
    draw_note(ui, "origin", icon::info, "Where it comes from", playbook.origin, width);
    const auto won = context.caches.base_chances.of(playbook, context.today);
    draw_note(ui, "base rate", icon::chart_line, "How they end",
              base_words(playbook, won ? std::optional(won->value()) : std::nullopt), width);
    int number = 0;
    for (const auto& step : playbook.steps) {
        draw_step(context, playbook, step, ++number);
    }
    ImGui::PopID();
}

}
