#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// What has changed in the deal's own playbook since the deal was planned with it, to be taken over one by one or all. Draws nothing where there
// is nothing to take, and a line alone when it was put aside.
void draw_edition_card(const Context& context, float width);

}
