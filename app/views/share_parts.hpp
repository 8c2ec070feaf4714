#pragma once

#include "app/context.hpp"

#include <string>

namespace middleground {

// Parts of Share.
void draw_share_choice(const Context& context, float width);                        // for the buyer, or for colleagues; share_choice.cpp
void draw_share_link(const Context& context, const std::string& link, float width); // share_link.cpp

}
