#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// More than this is no picture any more; the table has them all.
inline constexpr int most_in_graph = 150;

// The card with the legend and the graph: nodes in order of prerequisites from left to right, arrows between them. Scrolls when it is
// larger than its place. A press selects, arrow keys move the selection, Enter on the selected one goes to its details.
void draw_commitment_graph(const Context& context, float width);

}
