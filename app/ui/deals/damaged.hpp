#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// A card for each stored text that is not shown as a deal: what is wrong, and what can be done about it.
void draw_damaged(const Context& context);

}
