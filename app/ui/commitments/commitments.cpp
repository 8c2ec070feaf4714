#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/edition_card.hpp"
#include "app/ui/commitments/commitment_detail.hpp"
#include "app/ui/commitments/commitment_graph.hpp"
#include "app/ui/commitments/commitment_table.hpp"
#include "app/ui/commitments/commitment_timeline.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/popups.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr const char* mode_draft = "commitments shown as"; // one of mode_keys
constexpr float panel_width = 400;
constexpr float least_panel_height = 480;

constexpr std::array<std::string_view, 3> mode_keys{"graph", "timeline", "table"};

// Which of them; the graph when nothing was chosen.
int shown_mode(const ViewState& view) {
    const auto found = view.texts.find(mode_draft);
    const auto key = found == view.texts.end() ? mode_keys.end() : std::ranges::find(mode_keys, found->second);
    return key == mode_keys.end() ? 0 : static_cast<int>(key - mode_keys.begin());
}

std::array<Segment, 3> modes_of(const Context& context) {
    return {Segment{context.narrow ? "Graph" : "Graph and table", icon::workflow}, Segment{"Timeline", icon::chart_line},
            Segment{context.narrow ? "Table" : "Table only", icon::table_2}};
}

float modes_width(const Context& context) {
    const auto& ui = context.ui;
    float wide = ui.px(4);
    for (const auto& mode : modes_of(context)) {
        wide += ui.px(24 + 24) + std::ceil(text_size(ui, TextStyle::label, mode.label).x);
    }
    return wide;
}

constexpr ButtonOptions with_plus{.icon = icon::plus};

float tools_width(const Context& context, bool can_add) {
    const auto& ui = context.ui;
    if (context.phone) return can_add ? ui.theme.control_height() : 0;
    return modes_width(context) + (can_add ? ui.px(8) + button_width(ui, "New commitment", with_plus) : 0);
}

void draw_tools(const Context& context, ImVec2 at, bool can_add) {
    const auto& ui = context.ui;
    if (!context.phone) {
        ImGui::SetCursorScreenPos(at);
        const auto modes = modes_of(context);
        if (const auto chosen = segmented(ui, "Show as", modes, shown_mode(context.view))) {
            context.view.texts[mode_draft] = mode_keys[static_cast<std::size_t>(*chosen)];
        }
        at.x += modes_width(context) + ui.px(8);
    }
    if (!can_add) return;
    ImGui::SetCursorScreenPos(at);
    if (context.phone ? icon_button(ui, icon::plus, "New commitment") : button(ui, ButtonKind::outlined, "New commitment", with_plus)) {
        add_commitment(context);
    }
}

// The finding and a quiet line below it, at the right what can be done with the page; below, where the words would have no room.
void draw_title(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const bool empty = context.derived->plan.empty();
    const float tools = empty ? 0 : tools_width(context, !context.read_only);
    const bool beside = context.phone || width - tools >= ui.px(360);
    const float words = tools > 0 && beside ? width - tools - ui.px(16) : width;
    ImGui::BeginGroup();
    text_wrapped(ui, TextStyle::title, commitments_title(*context.derived), words);
    const auto line = commitments_line(*context.derived, context.today);
    if (!line.empty()) {
        gap(ui, 2);
        text_wrapped_muted(ui, TextStyle::body, line, words);
    }
    ImGui::EndGroup();
    if (!empty && !beside) gap(ui, 10);
    const auto below = ImGui::GetCursorScreenPos();
    if (!empty) draw_tools(context, beside ? ImVec2{start.x + width - tools, start.y} : below, !context.read_only);
    if (beside) ImGui::SetCursorScreenPos(below);
    gap(ui, 16);
}

void draw_close(const Context& context, ImVec2 right_top) {
    const auto& ui = context.ui;
    const float size = ui.theme.control_small_height();
    const auto before = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({right_top.x - size + ui.px(6), right_top.y - ui.px(4)});
    if (icon_button(ui, icon::x, "Close the details", {.small = true})) {
        close_commitment(context);
    }
    ImGui::SetCursorScreenPos(before);
}

// Esc closes the details, unless it ends something that is typed or a list. One press is enough where nothing was written yet.
bool closes_by_key(const Context& context, const Commitment& shown) {
    const bool blank = !context.read_only && is_blank(shown);
    return is_esc_free() && (blank || !ImGui::IsAnyItemActive());
}

void draw_back(const Context& context) {
    if (button(context.ui, ButtonKind::quiet, "All commitments", {.icon = icon::arrow_left})) {
        close_commitment(context);
        context.view.scroll_to_selection = true;
    }
    gap(context.ui, 8);
}

// Beside the table, as high as the window shows of it: it stays while the table scrolls by.
void draw_panel(const Context& context, const PlanItem& item, ImVec2 region_min, float region_height, float width) {
    const auto& ui = context.ui;
    const float edge = ui.px(16);
    const float low = context.max.y - edge;
    const float top = std::clamp(context.min.y + edge, region_min.y, std::max(region_min.y, region_min.y + region_height - ui.px(280)));
    const float height = std::clamp(low - top, ui.px(280), std::max(ui.px(280), region_min.y + region_height - top));
    const auto min = snapped(ImVec2{region_min.x, top});
    const auto max = snapped(ImVec2{region_min.x + width, top + height});
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, ui.color().surface, ui.px(10));
    draw_border(list, min, max, ui.color().line, ui.px(10), line_width(ui));
    ImGui::SetCursorScreenPos({min.x + 1, min.y + 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(20), ui.px(20)});
    // Each commitment scrolls on its own and begins at its top.
    ImGui::BeginChild(("detail " + item.id.text).c_str(), {max.x - min.x - 2, max.y - min.y - 2},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar();
    const auto start = ImGui::GetCursorScreenPos();
    const float inner = width - ui.px(40) - 2;
    const Part part(ui, ItemRole::group, "Chosen commitment");
    draw_close(context, {start.x + inner, start.y});
    draw_commitment_detail(context, item, inner);
    ImGui::EndChild();
}

void draw_beside(const Context& context, const PlanItem& item, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float panel = ui.px(panel_width);
    const float table_width = width - panel - ui.px(16);
    const float table_end = draw_commitment_table(context, table_width, TableRoom::beside_detail);
    const float unscrolled = start.y + ImGui::GetScrollY();
    const float height = std::max({table_end - start.y, ui.px(least_panel_height), context.max.y - ui.px(24) - unscrolled});
    draw_panel(context, item, {start.x + table_width + ui.px(16), start.y}, height, panel);
    ImGui::SetCursorScreenPos({start.x, start.y + height});
    ImGui::Dummy({0, 0});
}

// In the place of the table or, on a phone, of the page.
void draw_instead(const Context& context, const PlanItem& item, float width) {
    const auto& ui = context.ui;
    if (context.phone) {
        draw_back(context);
    }
    const Card card(ui, "detail card", {.width = width});
    if (!context.phone) {
        const auto start = ImGui::GetCursorScreenPos();
        draw_close(context, {start.x + card.inner_width(), start.y});
    }
    draw_commitment_detail(context, item, card.inner_width());
}

}

void draw_commitments(const Context& context) {
    const auto& ui = context.ui;
    const auto& plan = context.derived->plan;
    const Page page(ui, "commitments page", context.min, context.max);
    const auto chosen = std::ranges::find(plan, context.view.commitment, &PlanItem::id);
    const PlanItem* item = chosen == plan.end() ? nullptr : &*chosen;
    if (item && closes_by_key(context, *find(*context.deal, item->id)) && close_commitment(context)) {
        item = nullptr;
    }
    if (context.phone && item) {
        if (context.view.scroll_to_selection) {
            ImGui::SetScrollY(0);
            context.view.scroll_to_selection = false;
        }
        draw_instead(context, *item, page.width());
        return;
    }
    draw_title(context, page.width());
    draw_edition_card(context, page.width());
    if (plan.empty()) {
        gap(ui, 64);
        if (empty_state(ui, icon::workflow, "What should the buyer promise next?", "Add the first commitment. A title is enough.",
                        context.read_only ? "" : "New commitment", icon::plus)) {
            add_commitment(context);
        }
        return;
    }
    if (context.phone) {
        draw_commitment_list(context);
    } else {
        const auto mode = mode_keys[static_cast<std::size_t>(shown_mode(context.view))];
        if (mode == "graph") draw_commitment_graph(context, page.width());
        if (mode == "timeline") draw_commitment_timeline(context, page.width());
        if (mode != "table") gap(ui, 16);
        if (!item) {
            draw_commitment_table(context, page.width(), TableRoom::full);
        } else if (context.narrow) {
            draw_instead(context, *item, page.width());
        } else {
            draw_beside(context, *item, page.width());
        }
    }
    // A new one is there in the next frame only.
    if (item || context.view.commitment.empty()) {
        context.view.scroll_to_selection = false;
    }
}

}
