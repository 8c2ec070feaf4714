#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/graph_layout.hpp"

namespace middleground {

// The arrows of the graph; its nodes are the items of the plan, in order. What is kept is green, what leads into a ready one is lit, and
// those of the selected one lie on top. `origin` is where the layout's (0, 0) lies.
void draw_commitment_edges(const Context& context, ImDrawList* list, ImVec2 origin, const GraphLayout& layout);

}
