#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The window into which a picture is drawn that is to be saved: it is never on the screen.
inline constexpr const char* picture_window = "picture";

// Draws view.picture's card alone into that window, without anything that the pointer or the keyboard does to it. The size of the picture in
// logical pixels; {0, 0} when the deal has no such card.
ImVec2 draw_picture(const Context& context);

}
