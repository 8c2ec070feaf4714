#pragma once

#include "app/ui/context.hpp"
#include "core/model/plan/plan.hpp"

namespace middleground {

// One commitment as a box of the graph: fill and border by state, title, state in words with its date.
struct CommitmentNode {
    const PlanItem& item;
    const Commitment& commitment;
    ImVec2 min;
    ImVec2 max;
    bool selected = false;
    bool hovered = false;
};
void draw_commitment_node(const Context& context, ImDrawList* list, const CommitmentNode& node);
// How many lines the longest title takes, one or two, in a node of that width in design pixels.
int title_lines(const Context& context, float node_width);

// The icon and colour of a state, but late ones warn.
const char* state_icon(const PlanItem& item, Date today);
ImU32 state_color(const Ui& ui, const PlanItem& item, Date today);

}
