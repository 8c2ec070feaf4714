#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The dialog that says how a deal ended, while view.close is open: of the open deal or of one in the list.
[[gnu::noinline]] void draw_close_deal(const Context& context);

}
