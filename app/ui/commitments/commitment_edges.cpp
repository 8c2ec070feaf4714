#include "app/ui/commitments/commitment_edges.hpp"

#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/graph_edge.hpp"
#include "app/ui/context.hpp"

namespace middleground {

namespace {

constexpr int highest_level = 3;

struct EdgeLook {
    ImU32 color = 0;
    float width = 1;
    int level = 0; // higher ones are drawn over lower ones
};

EdgeLook look_of(const Context& context, const PlanItem& from, const PlanItem& to) {
    const auto& color = context.ui.color();
    if (from.id == context.view.commitment || to.id == context.view.commitment) {
        const bool on = from.state == PlanState::kept && (to.state == PlanState::kept || to.state == PlanState::ready);
        return {!on ? color.text : to.state == PlanState::kept ? color.middle : color.accent, 2, highest_level};
    }
    if (from.state == PlanState::kept && to.state == PlanState::kept) {
        return {color.middle, 2, 1};
    }
    if (to.state == PlanState::ready) {
        return {color.accent, 2, 2};
    }
    return {color.line_control, 1, 0};
}

}

void draw_commitment_edges(const Context& context, ImDrawList* list, ImVec2 origin, const GraphLayout& layout) {
    const auto& plan = context.derived->plan;
    for (int level = 0; level <= highest_level; ++level) {
        for (const auto& edge : layout.edges) {
            const auto look = look_of(context, plan[static_cast<std::size_t>(edge.from)], plan[static_cast<std::size_t>(edge.to)]);
            if (look.level == level) {
                draw_graph_edge(context.ui, list, origin, edge, look.color, look.width);
            }
        }
    }
}

}
