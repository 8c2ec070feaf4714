#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// Every commitment as a line in time: kept as a dot, due as a tick, what is open as the forecast's band (8 in 10 futures) with its middle;
// today and the target as lines across. A press selects.
void draw_commitment_timeline(const Context& context, float width);

}
