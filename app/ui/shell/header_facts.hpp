#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// Account, title, amount and target of the deal in the header, edited where they stand. They never reach beyond `max.x`.
void draw_header_facts(const Context& context, ImVec2 min, ImVec2 max);

// How wide each is where not all of it fits. The target loses its reason first, then the account gets shorter, then the title; then the
// account is left out, whose name the rail has, and at last the target. What is typed in gives way to none of them: a field that vanishes
// would send what is typed next elsewhere.
struct HeaderWidths {
    float account = 0; // 0: not shown
    float title = 0;
    float amount = 0;
    float target = 0;
};
struct HeaderRoom {
    HeaderWidths least; // what each can still be read with
    float between = 0;  // from one to the next
    float typed = 0;    // what a field is given at least while it is typed in, if it wants that much
};
// `typed`: which of them is typed in, or null.
HeaderWidths header_widths(const HeaderWidths& natural, const HeaderRoom& room, float width, float HeaderWidths::*typed = nullptr);

}
