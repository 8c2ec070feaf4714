#pragma once

#include "app/session/drafts/picture_request.hpp"
#include "app/ui/context.hpp"

namespace middleground {

// The button that asks for a picture of a card, in the card's upper right corner, and what it takes there. A picture has none of it.
// `width` of the card.
float picture_button_room(const Context& context);
void draw_picture_button(const Context& context, Picture picture, ImVec2 upper_right, float width);

}
