#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

void start_with(const Context& context, const Playbook& playbook) {
    context.view.new_deal = {};
    context.view.new_deal.open = true;
    context.view.new_deal.just_opened = true;
    context.view.new_deal.playbook = playbook.id;
}

const Playbook* chosen_playbook(const Context& context) {
    if (const auto* playbook = find_playbook(context.document, context.view.playbooks.chosen)) {
        return playbook;
    }
    return context.document.playbooks.empty() ? nullptr : &context.document.playbooks.front();
}

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

// Everything about one playbook, below the cursor.
void draw_playbook(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    ImGui::PushID(playbook.id.c_str());
    const ButtonOptions options{.icon = icon::plus};
    const auto start = ImGui::GetCursorScreenPos();
    const auto button_room = context.phone ? 0.0f : button_width(ui, "Start a deal", options) + ui.px(24);
    ImGui::BeginGroup();
    text_wrapped(ui, TextStyle::title, playbook.title, width - button_room);
    text_wrapped(ui, TextStyle::body, playbook.what, width - button_room);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, playbook_words(playbook), width - button_room);
    ImGui::EndGroup();
    const auto after = ImGui::GetCursorScreenPos();
    if (context.phone) {
        gap(ui, 12);
    } else {
        ImGui::SetCursorScreenPos(ImVec2(start.x + width - button_room + ui.px(24), start.y));
    }
    if (button(ui, ButtonKind::filled, "Start a deal", options)) {
        start_with(context, playbook);
    }
    if (!context.phone) {
        ImGui::SetCursorScreenPos(after);
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

void draw_list(const Context& context, const Playbook& chosen, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "playbook list", {.width = width, .padding = 8});
    for (const auto& playbook : context.document.playbooks) {
        const ButtonOptions options{.icon = icon::book_open, .width = card.inner_width(), .selected = &playbook == &chosen};
        if (button(ui, ButtonKind::quiet, playbook.title + "##" + playbook.id, options)) {
            context.view.playbooks.chosen = playbook.id;
        }
    }
}

}

void draw_playbooks(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "playbooks page", context.min, context.max);
    const auto* chosen = chosen_playbook(context);
    if (!chosen) {
        return;
    }
    const auto& playbooks = context.document.playbooks;
    if (playbooks.size() == 1) {
        draw_playbook(context, *chosen, page.width());
        return;
    }
    if (context.phone || page.width() < ui.px(820)) {
        std::vector<Choice> choices;
        for (const auto& playbook : playbooks) {
            choices.push_back({playbook.title, icon::book_open});
        }
        if (const auto picked = select(ui, "Playbook", choices, static_cast<int>(chosen - playbooks.data()))) {
            context.view.playbooks.chosen = playbooks[static_cast<std::uint32_t>(*picked)].id;
        }
        gap(ui, 16);
        draw_playbook(context, *chosen, page.width());
        return;
    }
    const auto list_width = ui.px(240);
    const auto space = ui.px(32);
    const auto start = ImGui::GetCursorScreenPos();
    draw_list(context, *chosen, list_width);
    ImGui::SetCursorScreenPos(ImVec2(start.x + list_width + space, start.y));
    ImGui::BeginGroup();
    draw_playbook(context, *chosen, page.width() - list_width - space);
    ImGui::EndGroup();
}

}
