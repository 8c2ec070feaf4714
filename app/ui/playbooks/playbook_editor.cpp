#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/model/limits.hpp"
#include "core/model/names.hpp"
#include "core/model/playbook.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace middleground {

namespace {

constexpr float panel_width = 368;

void draw_name(const Context& context, const Playbook& playbook, float width) {
    const FieldOptions options{.placeholder = "Name of the playbook", .width = width, .in_place = true, .style = TextStyle::title, .max_bytes = Limits::short_text};
    const auto title = finished_text_edit(context, "Playbook name", playbook.title, options);
    if (!title || trimmed(*title).empty() || *title == playbook.title) return;
    auto changed = playbook;
    changed.title = std::string(trimmed(*title));
    put_playbook(context, std::move(changed), "Renamed " + playbook.title);
}

void draw_numbers(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    const auto put = [&](Playbook changed, const char* what) { put_playbook(context, std::move(changed), std::string(what) + " of " + playbook.title); };
    FieldFlow flow(ui, width);
    const auto won = context.caches.base_chances.of(playbook, context.today);
    const int now = won ? static_cast<int>(std::lround(won->value() * 100)) : 0;
    flow.put(ui.px(150), ui.px(190), [&](float wide) {
        const auto typed = number_edit(ui, "Of 100 such deals, won", now, 1, 99, {.width = wide, .show_label = true});
        if (typed && *typed != now) context.act(action::SetPlaybookChance{playbook.id, *typed});
    });
    flow.put(ui.px(120), ui.px(150), [&](float wide) {
        if (const auto typed = number_edit(ui, "People who decide", playbook.expected_group_size, 1, Limits::group_size, {.width = wide, .show_label = true})) {
            auto changed = playbook;
            changed.expected_group_size = *typed;
            put(std::move(changed), "Changed the group size");
        }
    });
    flow.put(ui.px(130), ui.px(170), [&](float wide) {
        if (const auto typed = number_edit(ui, "Days between talks", playbook.cadence_days, 1, 365, {.width = wide, .show_label = true})) {
            auto changed = playbook;
            changed.cadence_days = *typed;
            put(std::move(changed), "Changed the rhythm");
        }
    });
    flow.put(ui.px(170), ui.px(230), [&](float wide) {
        std::vector<Choice> choices;
        int chosen = 0;
        for (const auto& name : names_of<Process>()) {
            if (name.value == playbook.process) chosen = static_cast<int>(choices.size());
            choices.push_back({name.label});
        }
        if (const auto picked = select(ui, "Who sets the steps", choices, chosen, {.width = wide, .show_label = true})) {
            auto changed = playbook;
            changed.process = names_of<Process>()[static_cast<std::size_t>(*picked)].value;
            put(std::move(changed), "Changed who sets the steps");
        }
    });
    flow.end();
}

void draw_about(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "about", {.width = width, .padding = 16});
    const float inner = card.inner_width();
    const float line = ui.theme.line_height(TextStyle::body);
    const float words = std::min(wrapped_height(ui, TextStyle::body, playbook.what, inner - ui.px(24)), 6 * line);
    const float least = ui.theme.touch ? 2 * line : line; // one line would stand at the top of what a finger needs
    const FieldOptions options{.placeholder = "For which kind of deal it is",
                               .width = inner,
                               .height = std::max(words, least) + ui.px(14),
                               .multiline = true,
                               .max_bytes = Limits::long_text,
                               .show_label = true};
    if (auto text = text_edit(ui, "What it is for", playbook.what, options)) {
        auto changed = playbook;
        changed.what = std::move(*text);
        put_playbook(context, std::move(changed), "Changed what " + playbook.title + " is for", "what");
    }
    gap(ui, 12);
    draw_numbers(context, playbook, inner);
    gap(ui, 8);
    const auto won = context.caches.base_chances.of(playbook, context.today);
    text_wrapped_muted(ui, TextStyle::caption, base_words(playbook, won ? std::optional(won->value()) : std::nullopt), inner);
    if (playbook.base && button(ui, ButtonKind::link, "By the odds of its steps alone", {.small = true})) {
        context.act(action::SetPlaybookChance{playbook.id, {}});
    }
}

// Stays in sight while the list of steps scrolls by, and scrolls on its own.
void draw_step_beside(const Context& context, const Playbook& playbook, const PlaybookStep& step, ImVec2 at, float below) {
    const auto& ui = context.ui;
    const float edge = ui.px(16);
    const float least = ui.px(320);
    const float top = std::clamp(context.min.y + edge, at.y, std::max(at.y, below - least));
    const float height = std::max(least, context.max.y - edge - top);
    ImGui::SetCursorScreenPos({at.x, top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    std::optional<WholeChildren> whole(ui);
    ImGui::BeginChild(("beside " + step.id).c_str(), {ui.px(panel_width) + ImGui::GetStyle().ScrollbarSize, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    whole.reset();
    ImGui::PopStyleVar();
    draw_playbook_step(context, playbook, step, ui.px(panel_width));
    ImGui::EndChild();
}

}

void draw_own_playbook(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    draw_name(context, playbook, width);
    text_wrapped_muted(ui, TextStyle::caption, own_playbook_words(playbook, use_of(context.document, playbook)), width);
    gap(ui, 12);
    draw_playbook_buttons(context, playbook, width);
    gap(ui, 16);
    const auto* step = find_step(playbook, context.view.playbooks.step);
    // On a phone a step takes the place of all the others.
    if (context.phone && step) {
        if (button(ui, ButtonKind::quiet, "All steps", {.icon = icon::arrow_left})) {
            context.view.playbooks.step.clear();
            return;
        }
        if (std::exchange(context.view.playbooks.scroll_to_step, false)) ImGui::SetScrollHereY(0); // the way back stands at the top
        gap(ui, 8);
        draw_playbook_step(context, playbook, *step, width);
        return;
    }
    draw_playbook_graph(context, playbook, width);
    gap(ui, 16);
    const float panel = ui.px(panel_width);
    const float space = ui.px(16);
    const bool beside = step && width - panel - space >= ui.px(440);
    if (beside) context.view.playbooks.scroll_to_step = false; // it is in sight
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    draw_playbook_steps(context, playbook, beside ? width - panel - space : width);
    gap(ui, 16);
    if (step && !beside) {
        draw_playbook_step(context, playbook, *step, width);
        gap(ui, 16);
    }
    draw_about(context, playbook, beside ? width - panel - space : width);
    ImGui::EndGroup();
    if (!beside) return;
    const auto below = ImGui::GetCursorScreenPos().y;
    draw_step_beside(context, playbook, *step, {start.x + width - panel, start.y}, below);
    ImGui::SetCursorScreenPos({start.x, below});
    ImGui::Dummy({0, 0});
}

}
