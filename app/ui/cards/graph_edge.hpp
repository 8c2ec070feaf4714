#pragma once

#include "app/ui/widgets/ui.hpp"
#include "app/viewmodel/graph_layout.hpp"

namespace middleground {

// One arrow of a graph, `origin` being where the layout's (0, 0) lies.
void draw_graph_edge(const Ui& ui, ImDrawList* list, ImVec2 origin, const GraphEdge& edge, ImU32 color, float design_width);

}
