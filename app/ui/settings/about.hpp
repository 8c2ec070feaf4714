#pragma once

namespace middleground {

struct Context;

// The keys, what leaves the device, and which version this is.
void draw_about(const Context& context, float width);

}
