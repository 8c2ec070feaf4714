#include "app/ui/commitments/commitment_graph.hpp"

#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/commitments/commitment_edges.hpp"
#include "app/ui/commitments/commitment_node.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/graph_layout.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace middleground {

namespace {

constexpr float around = 8; // room for the rings of the outermost nodes

// Nodes in plan order; what they wait for by place in it.
struct PlanGraph {
    GraphInput input;
    GraphSizes sizes;
    GraphLayout layout;
};

PlanGraph graph_of(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& plan = context.derived->plan;
    PlanGraph graph;
    std::map<CommitmentId, int> places;
    for (const auto& item : plan) {
        places.emplace(item.id, static_cast<int>(places.size()));
    }
    for (const auto& item : plan) {
        const auto& commitment = *find(*context.deal, item.id);
        auto& before = graph.input.before.emplace_back();
        for (const auto* earlier : waited_for(*context.deal, commitment)) {
            if (const auto place = places.find(earlier->id); place != places.end()) {
                before.push_back(place->second);
            }
        }
        if (commitment.decides) {
            graph.input.goal = static_cast<int>(graph.input.before.size()) - 1;
        }
    }
    const bool touch = ui.theme.touch;
    graph.sizes.node_width = touch ? 156.0f : 132.0f;
    graph.sizes.node_height = title_lines(context, graph.sizes.node_width) == 2 ? 76.0f : 56.0f;
    graph.sizes.room_width = width / ui.theme.scale;
    graph.layout = lay_out_graph(graph.input, graph.sizes);
    return graph;
}

void draw_legend(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float line = ui.theme.line_height(TextStyle::caption);
    constexpr std::array states{PlanState::kept,     PlanState::agreed, PlanState::asked,   PlanState::ready,     PlanState::waiting,
                                PlanState::declined, PlanState::broken, PlanState::dropped, PlanState::not_needed};
    constexpr std::string_view hint = "An arrow means: has to be kept first";
    float x = start.x;
    float y = start.y;
    const auto put = [&](const char* icon, ImU32 color, std::string_view words) {
        const float wide = ui.px(20) + text_size(ui, TextStyle::caption, words).x;
        if (x > start.x && x + wide > start.x + width) {
            x = start.x;
            y += line + ui.px(4);
        }
        draw_icon(ui, list, icon, {x + ui.px(7), y + line / 2}, ui.px(14), color);
        draw_text(ui, list, TextStyle::caption, {x + ui.px(20), y}, color, words);
        x += wide + ui.px(16);
    };
    for (const auto state : states) {
        if (std::ranges::find(context.derived->plan, state, &PlanItem::state) != context.derived->plan.end()) {
            put(plan_icon(state), plan_color(ui, state), label_of(state));
        }
    }
    put(icon::target, ui.color().text_muted, "Decides the deal");
    const float hint_width = text_size(ui, TextStyle::caption, hint).x;
    if (x + hint_width <= start.x + width) {
        draw_text(ui, list, TextStyle::caption, {start.x + width - hint_width, y}, ui.color().text_muted, hint);
    }
    ImGui::Dummy({width, y + line - start.y});
    ui.note(ItemRole::text, hint);
}

void scroll_to(ImVec2 min, ImVec2 max, float margin) {
    auto* window = ImGui::GetCurrentWindow();
    const ImRect view = window->InnerRect;
    const auto wanted = [&](float low, float high, float view_low, float view_high, float scroll) {
        if (low - margin < view_low) {
            return scroll + low - margin - view_low;
        }
        return high + margin > view_high ? scroll + high + margin - view_high : scroll;
    };
    ImGui::SetScrollX(std::max(0.0f, wanted(min.x, max.x, view.Min.x, view.Max.x, window->Scroll.x)));
    ImGui::SetScrollY(std::max(0.0f, wanted(min.y, max.y, view.Min.y, view.Max.y, window->Scroll.y)));
}

// Dragging where nothing is moves the picture.
void pan() {
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("panning");
    const auto& io = ImGui::GetIO();
    if (ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered() && ImGui::IsMouseClicked(0)) {
        storage->SetBool(key, true);
    }
    if (storage->GetBool(key)) {
        storage->SetBool(key, io.MouseDown[0]);
        ImGui::SetScrollX(std::max(0.0f, ImGui::GetScrollX() - io.MouseDelta.x));
        ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() - io.MouseDelta.y));
    }
}

bool selects_by_arrows(ImGuiID id) {
    const auto& g = *GImGui;
    return g.NavJustMovedToId == id && !g.NavJustMovedToIsTabbing && g.NavCursorVisible;
}

// What the node itself does not say; empty when it says everything.
std::string more_words(const Context& context, const PlanItem& item, const Commitment& commitment) {
    const auto in_the_way = waits_for_words(*context.deal, commitment);
    const bool waits = item.state == PlanState::waiting && !in_the_way.empty();
    const bool cut = text_size(context.ui, TextStyle::strong, commitment.title).x > context.ui.px(180);
    if (!waits && !cut && !commitment.decides) {
        return {};
    }
    return shown_title(commitment) + ". " + (waits ? "Waits for " + in_the_way : plan_words(item, commitment, context.today)) + "." +
           (commitment.decides ? " It decides the deal." : "");
}

void draw_node(const Context& context, ImVec2 min, ImVec2 size, const PlanItem& item, bool tab_stop) {
    const auto& ui = context.ui;
    const auto& commitment = *find(*context.deal, item.id);
    const bool selected = context.view.commitment == item.id;
    ImGui::SetCursorScreenPos(min);
    const auto id = id_of(item.id.text);
    // Tab stops at one of them; from there on the arrow keys go.
    ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, !tab_stop);
    const auto press = press_area(id, size);
    ImGui::PopItemFlag();
    const auto words = plan_words(item, commitment, context.today);
    if (press.visible) {
        draw_commitment_node(context, ImGui::GetWindowDrawList(), {item, commitment, press.min, press.max, selected, press.hovered});
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, press.min, press.max, ui.px(6));
        }
        ui.note(ItemRole::button, shown_title(commitment) + ", " + words, selected ? "selected" : "");
        tooltip(ui, more_words(context, item, commitment));
    }
    if (press.pressed && selected && is_keyboard_focused()) {
        context.view.focus_field = context.read_only ? "" : "Title";
    } else if (press.pressed || (selects_by_arrows(id) && !selected)) {
        context.view.commitment = item.id;
    }
}

}

void draw_commitment_graph(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& plan = context.derived->plan;
    const Card card(ui, "graph card", {.width = width});
    draw_legend(context, card.inner_width());
    gap(ui, 16);
    if (static_cast<int>(plan.size()) > most_in_graph) {
        text_muted(ui, TextStyle::body, "Too many for a graph. The table shows them all.");
        return;
    }
    const float margin = ui.px(around);
    const auto graph = graph_of(context, card.inner_width());
    const float full_height = std::round(ui.px(graph.layout.height)) + 2 * margin;
    const float full_width = std::round(ui.px(graph.layout.width)) + 2 * margin;
    const bool wide = full_width > card.inner_width() + 2 * margin;
    const float most = std::max(ui.px(240), (context.max.y - context.min.y) * 0.5f);
    const float bar = wide ? ImGui::GetStyle().ScrollbarSize : 0;
    // The rings of the outermost nodes lie in the card's padding.
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({start.x - margin, start.y - margin});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    std::optional<WholeChildren> whole(ui);
    ImGui::BeginChild("graph", {card.inner_width() + 2 * margin, std::min(full_height, most) + bar}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoBackground);
    whole.reset();
    ImGui::PopStyleVar();
    const Part part(ui, ItemRole::group, "Graph: what has to be kept before what");
    ui.note_kind("columns");
    const auto corner = ImGui::GetCursorScreenPos();
    const ImVec2 origin{corner.x + margin, corner.y + margin};
    draw_commitment_edges(context, ImGui::GetWindowDrawList(), origin, graph.layout);

    const ImVec2 size{std::round(ui.px(graph.sizes.node_width)), std::round(ui.px(graph.sizes.node_height))};
    const auto chosen = std::ranges::find(plan, context.view.commitment, &PlanItem::id);
    const auto tab_stop = chosen == plan.end() ? plan.begin() : chosen;
    const auto shown_key = ImGui::GetID("shown");
    // At first what comes next is in sight, later what is selected.
    const auto* ask = first_ask(*context.derived);
    const auto in_sight = chosen != plan.end() || !ask || ask->commitment.empty() ? context.view.commitment : ask->commitment;
    const int chosen_hash = static_cast<int>(ImHashStr(in_sight.text.c_str()) | 1u);
    const bool moved = ImGui::GetStateStorage()->GetInt(shown_key) != chosen_hash;
    for (auto item = plan.begin(); item != plan.end(); ++item) {
        const auto& at = graph.layout.nodes[static_cast<std::size_t>(item - plan.begin())];
        const auto min = origin + ImVec2{std::round(ui.px(at.x)), std::round(ui.px(at.y))};
        draw_node(context, min, size, *item, item == tab_stop);
        if (moved && item->id == in_sight) {
            scroll_to(min, min + size, ui.px(24));
        }
    }
    ImGui::GetStateStorage()->SetInt(shown_key, chosen_hash);
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({full_width, full_height});
    pan();
    ImGui::EndChild();
    // The card ends where the nodes do.
    const float end = ImGui::GetItemRectMax().y - (wide ? 0 : margin);
    ImGui::SetCursorScreenPos({start.x, end});
    ImGui::Dummy({0, 0});
}

}
