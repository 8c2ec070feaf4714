#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The largest thing on Deal: what to ask, give or do next, one at a time, at most three.
void draw_ask_card(const Context& context, float width);

}
