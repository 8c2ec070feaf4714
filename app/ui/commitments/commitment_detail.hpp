#pragma once

#include "app/ui/context.hpp"
#include "core/model/plan/plan.hpp"

namespace middleground {

// Everything about one commitment, to read and to change in place, at the cursor. `width` decides between one and two columns.
void draw_commitment_detail(const Context& context, const PlanItem& item, float width);
// Adds a commitment without a title before the decision, selects it and puts the focus in its title.
void add_commitment(const Context& context);
// Nothing is selected any more; one that was added and left blank is taken away again: true.
bool close_commitment(const Context& context);

}
