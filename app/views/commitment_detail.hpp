#pragma once

#include "app/context.hpp"

namespace middleground {

// Everything about one commitment, to read and to change in place, at the cursor. `width` decides between one and two columns.
void draw_commitment_detail(const Context& context, const PlanItem& item, float width);
// Adds a commitment, selects it and puts the focus in its title.
void add_commitment(const Context& context);

}
