#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The smaller cards of Deal; each is the last ImGui item when it returns. Heights are at least, logical.
void draw_plan_card(const Context& context, float width, float height);
void draw_coming_up_card(const Context& context, float width, float height);
void draw_recent_log_card(const Context& context, float width);

}
