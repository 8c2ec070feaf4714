#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The panel with all facts of the deal: beside the page from 1280 on, over it below, a sheet on phones.

// The right edge of the page while the panel is open; `context.max.x` where it is not beside the page.
float page_right_beside_details(const Context& context);
// Between the header (context.min.y) and the bottom; after the page, so that it lies over it.
[[gnu::noinline]] void draw_deal_details(const Context& context);
// The editor that the target in the header opens.
[[gnu::noinline]] void draw_target_editor(const Context& context);

}
