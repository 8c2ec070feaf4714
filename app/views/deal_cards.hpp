#pragma once

#include "app/context.hpp"

namespace middleground {

// The smaller cards of Deal; each is the last ImGui item when it returns.
void draw_plan_card(const Context& context, float width);
void draw_people_card(const Context& context, float width);
void draw_coming_up_card(const Context& context, float width);
void draw_recent_log_card(const Context& context, float width);

}
