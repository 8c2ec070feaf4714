#include "app/ui/cards/graph_edge.hpp"

#include "app/ui/widgets/draw.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace middleground {

// Elbows with round corners; ends in a head.
void draw_graph_edge(const Ui& ui, ImDrawList* list, ImVec2 origin, const GraphEdge& edge, ImU32 color, float design_width) {
    const float width = line_width(ui, design_width);
    const float head = ui.px(design_width > 1 ? 7.0f : 6.0f);
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
    list->PathStroke(color, 0, width);
    list->AddTriangleFilled({tip.x - head, tip.y - head * 0.55f}, tip, {tip.x - head, tip.y + head * 0.55f}, color);
}


}
