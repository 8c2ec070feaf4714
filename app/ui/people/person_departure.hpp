#pragma once

#include "app/ui/context.hpp"
#include "core/model/stakeholder.hpp"

namespace middleground {

// That the person has left, when and why, and how to take it back.
void draw_departure(const Context& context, const Stakeholder& person);

}
