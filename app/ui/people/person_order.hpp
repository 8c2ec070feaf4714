#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// The person's place in the list, and the removal. Where more goes than the person, what that is stands first, with the choice to keep.
void draw_person_order(const Context& context, const Stakeholder& person);

}
