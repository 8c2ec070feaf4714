#include "app/ui/commitments/commitment_edges.hpp"

#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

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

// Elbows with round corners; ends in a head.
void draw_edge(const Ui& ui, ImDrawList* list, ImVec2 origin, const GraphEdge& edge, const EdgeLook& look) {
    const float width = line_width(ui, look.width);
    const float head = ui.px(look.width > 1 ? 7.0f : 6.0f);
    std::vector<ImVec2> points;
    for (const auto& point : edge.points) {
        // The middle of the line lies so that its edges are whole pixels.
        points.push_back(snapped(origin + ImVec2{ui.px(point.x), ui.px(point.y)}) + ImVec2{width / 2, width / 2});
    }
    points.front().x -= width / 2;
    points.back().x -= width / 2;
    const auto tip = points.back();
    points.back().x -= head - 1;
    list->PathLineTo(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const auto in = points[i] - points[i - 1];
        const auto out = points[i + 1] - points[i];
        const float in_length = std::abs(in.x) + std::abs(in.y);
        const float out_length = std::abs(out.x) + std::abs(out.y);
        const float radius = std::min({ui.px(8), in_length / 2, out_length / 2});
        if (radius < 1) {
            list->PathLineTo(points[i]);
            continue;
        }
        list->PathLineTo(points[i] - in * (radius / in_length));
        list->PathBezierQuadraticCurveTo(points[i], points[i] + out * (radius / out_length), 6);
    }
    list->PathLineTo(points.back());
    list->PathStroke(look.color, 0, width);
    list->AddTriangleFilled({tip.x - head, tip.y - head * 0.55f}, tip, {tip.x - head, tip.y + head * 0.55f}, look.color);
}

}

void draw_commitment_edges(const Context& context, ImDrawList* list, ImVec2 origin, const GraphLayout& layout) {
    const auto& plan = context.derived->plan;
    for (int level = 0; level <= highest_level; ++level) {
        for (const auto& edge : layout.edges) {
            const auto look = look_of(context, plan[static_cast<std::size_t>(edge.from)], plan[static_cast<std::size_t>(edge.to)]);
            if (look.level == level) {
                draw_edge(context.ui, list, origin, edge, look);
            }
        }
    }
}

}
