#pragma once

#include <imgui.h>

namespace middleground {

// A press that follows another one so soon, and in the same place, is the second half of a double click, of a double tap, or of an Enter that was pressed
// twice. If what lies there by then is something else - the next row, what was behind a dialog - nobody has aimed at it, and nothing is pressed.
// Ctrl+Enter, which saves in dialogs, presses nothing that has the focus.
// One for Dear ImGui's context; both are called in each frame.
class SecondPress {
public:
    void after_new_frame(); // after ImGui::NewFrame
    void after_frame();     // when all of the frame's items are there

private:
    void look_at_enter();

    ImGuiID pressed_ = 0;  // what the first press of the mouse went to
    int press_frames_ = 0; // until it is clear what a press of the mouse goes to
    bool is_second_ = false;
    ImGuiID entered_ = 0;     // what had the keyboard's focus at the first Enter
    double entered_at_ = -10; // seconds, on Dear ImGui's clock
};

}
