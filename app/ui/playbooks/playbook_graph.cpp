#include "app/session/view_state.hpp"
#include "app/ui/cards/graph_edge.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/graph_layout.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/model/playbook.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t most_steps = 150; // more are no picture any more
constexpr float margin = 8;             // for the rings of the outermost nodes

GraphLayout layout_of(const Playbook& playbook, const GraphSizes& sizes) {
    GraphInput input;
    for (const auto& step : playbook.steps) {
        auto& before = input.before.emplace_back();
        for (const auto& id : step.prerequisites) {
            if (const auto* found = find_step(playbook, id)) before.push_back(static_cast<int>(found - playbook.steps.data()));
        }
        if (step.decides) input.goal = static_cast<int>(input.before.size()) - 1;
    }
    return lay_out_graph(input, sizes);
}

void draw_node(const Context& context, const Playbook& playbook, std::size_t place, ImVec2 min, ImVec2 size) {
    const auto& ui = context.ui;
    const auto& color = ui.color();
    const auto& step = playbook.steps[place];
    const bool selected = context.view.playbooks.step == step.id;
    ImGui::SetCursorScreenPos(min);
    const auto press = press_area(id_of("node " + step.id), size);
    if (press.pressed) {
        context.view.playbooks.step = step.id;
        context.view.playbooks.scroll_to_step = true;
    }
    if (!press.visible) return;
    auto* list = ImGui::GetWindowDrawList();
    const auto max = min + size;
    list->AddRectFilled(min, max, selected ? color.accent_soft : press.hovered ? color.hover : color.surface, ui.px(6));
    draw_border(list, min, max, selected ? color.accent : color.line_control, ui.px(6), line_width(ui, selected ? 2.0f : 1.0f));
    const auto number = std::to_string(place + 1);
    const float left = min.x + ui.px(10);
    draw_text_in(ui, list, TextStyle::caption, {left, min.y}, max, color.text_muted, number);
    const float words = left + text_size(ui, TextStyle::caption, number).x + ui.px(8);
    const float right = max.x - ui.px(step.decides ? 26.0f : 8.0f);
    const auto ink = selected ? color.accent : color.text;
    const float line = ui.theme.line_height(TextStyle::caption);
    const float high = wrapped_height(ui, TextStyle::caption, step.title, right - words);
    // In two lines where they hold it all.
    if (high > line * 1.5f && high < line * 2.5f && !step.title.contains('\n')) {
        draw_text_wrapped(ui, list, TextStyle::caption, {words, (min.y + max.y - high) / 2}, ink, step.title, right - words);
    } else {
        draw_text_in(ui, list, TextStyle::caption, {words, min.y}, {right, max.y}, ink, fitted(ui, TextStyle::caption, step.title, right - words));
    }
    if (step.decides) draw_icon(ui, list, icon::target, {max.x - ui.px(14), (min.y + max.y) / 2}, ui.px(14), color.text_muted);
    if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, ui.px(6));
    ui.note(ItemRole::button, "Step " + number + ", " + step.title, selected ? "selected" : "");
    tooltip(ui, step.title + ". After: " + after_words(playbook, step) + (step.decides ? ". It is the decision." : "."));
}

}

void draw_playbook_graph(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    if (playbook.steps.size() > most_steps) {
        text_muted(ui, TextStyle::caption, "Too many steps for a graph.");
        return;
    }
    const Card card(ui, "playbook graph", {.width = width, .padding = 12});
    GraphSizes sizes{.node_width = 124, .node_height = ui.theme.touch ? 48.0f : 40.0f, .gap_x = 24, .gap_y = 10, .apart = 20};
    sizes.room_width = card.inner_width() / ui.theme.scale - 2 * margin;
    auto layout = layout_of(playbook, sizes);
    if (ui.px(layout.width + 2 * margin) > card.inner_width()) {
        sizes.node_width = 108;
        sizes.gap_x = 20;
        layout = layout_of(playbook, sizes);
    }
    const float edge = ui.px(margin);
    const float full_width = std::round(ui.px(layout.width)) + 2 * edge;
    const float full_height = std::round(ui.px(layout.height)) + 2 * edge;
    const bool wide = full_width > card.inner_width();
    const float bar = wide ? ImGui::GetStyle().ScrollbarSize : 0;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    std::optional<WholeChildren> whole(ui);
    ImGui::BeginChild("graph", {card.inner_width(), std::min(full_height, ui.px(300)) + bar}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoBackground);
    whole.reset();
    ImGui::PopStyleVar();
    const Part part(ui, ItemRole::group, "Graph: what has to be kept before what");
    const auto corner = ImGui::GetCursorScreenPos();
    // In the middle where there is more room than it takes.
    const float aside = std::round(std::max(0.0f, card.inner_width() - full_width) / 2);
    const ImVec2 origin{corner.x + edge + aside, corner.y + edge};
    const auto& color = ui.color();
    for (const bool lit : {false, true}) {
        for (const auto& one : layout.edges) {
            const auto at = [&](int place) { return playbook.steps[static_cast<std::size_t>(place)].id == context.view.playbooks.step; };
            const bool of_chosen = at(one.from) || at(one.to);
            if (of_chosen == lit) draw_graph_edge(ui, ImGui::GetWindowDrawList(), origin, one, lit ? color.accent : color.line_control, lit ? 2.0f : 1.0f);
        }
    }
    const ImVec2 size{std::round(ui.px(sizes.node_width)), std::round(ui.px(sizes.node_height))};
    for (std::size_t i = 0; i < playbook.steps.size(); ++i) {
        const auto& at = layout.nodes[i];
        draw_node(context, playbook, i, origin + ImVec2{std::round(ui.px(at.x)), std::round(ui.px(at.y))}, size);
    }
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({full_width, full_height});
    ImGui::EndChild();
}

}
