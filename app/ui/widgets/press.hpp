#pragma once

#include "app/ui/widgets/ui.hpp"

namespace middleground {

// The part of a label before "##".
std::string_view visible_label(std::string_view label);
ImGuiID id_of(std::string_view label);
// Whether nothing can be laid out now (the window is folded or measured); widgets answer "nothing happened" then.
bool window_skips();
// What follows on the line of something taller stands at its middle. Not after a place was set by hand.
void center_on_line(const Ui& ui, float height);
// The pointer is a finger: there is no hovering between touches.
bool pointer_is_touch();

enum class Overlap : std::uint8_t { none, allowed };
enum class Enabled : std::uint8_t { no, yes };

// An item at the cursor that the mouse, a finger, Enter and space press; reached by Tab and the arrow keys.
struct Press {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool visible = false; // not clipped away: draw it
    ImVec2 min;
    ImVec2 max;
};
Press press_area(ImGuiID id, ImVec2 size, Enabled enabled = Enabled::yes, Overlap overlap = Overlap::none);

// Whether Enter, on either part of the keyboard, went down in this frame; not while it is held.
bool is_enter_pressed();

}
