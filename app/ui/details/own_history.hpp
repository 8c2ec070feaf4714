#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// A dialog that learns from a table of closed deals what the open deal begins with.
void open_own_history(const Context& context);
void draw_own_history(const Context& context);

}
