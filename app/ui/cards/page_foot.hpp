#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The strip at the bottom of a page with what is done with it all: always in sight, and no message lies over it.
float foot_height(const Context& context);
// Its ground and the line above it; returns where its controls begin.
float draw_foot_ground(const Context& context);
// How much of the bottom of the page that was drawn in this frame is such a strip: 0 when it has none.
float foot_in_sight(const Context& context);

}
