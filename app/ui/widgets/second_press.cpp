#include "app/ui/widgets/second_press.hpp"

#include "app/ui/widgets/press.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// What others may lie on takes a press in the frame after it (press.cpp).
constexpr int frames_of_a_press = 2;

bool is_field(ImGuiID id) {
    return GImGui->InputTextState.ID == id;
}

void press_nothing() {
    auto& g = *GImGui;
    g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = 0;
    g.NavActivateFlags = ImGuiActivateFlags_None;
}

// Who types or moves on between two Enters means both.
bool any_other_key() {
    constexpr std::array keys{ImGuiKey_Tab,      ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp,
                              ImGuiKey_PageDown, ImGuiKey_Home,      ImGuiKey_End,        ImGuiKey_Space,   ImGuiKey_Escape};
    return GImGui->IO.InputQueueCharacters.Size > 0 || std::ranges::any_of(keys, [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); });
}

}

void SecondPress::after_new_frame() {
    const auto& io = ImGui::GetIO();
    if (io.MouseClicked[0]) {
        press_frames_ = frames_of_a_press;
        is_second_ = io.MouseClickedCount[0] > 1;
        if (!is_second_) pressed_ = 0;
    }
    look_at_enter();
}

void SecondPress::after_frame() {
    if (press_frames_ == 0) return;
    --press_frames_;
    const auto active = GImGui->ActiveId;
    if (active == 0) return;
    if (!is_second_) {
        pressed_ = active;
    } else if (pressed_ != 0 && active != pressed_ && !is_field(active)) {
        ImGui::ClearActiveID(); // its release finds nothing that was pressed
    }
}

void SecondPress::look_at_enter() {
    auto& g = *GImGui;
    // It saves, wherever the focus is.
    if (g.IO.KeyCtrl && is_enter_pressed()) return press_nothing();
    if (any_other_key()) entered_at_ = -10;
    if (!is_enter_pressed()) return;
    const bool is_second = g.Time - entered_at_ < g.IO.MouseDoubleClickTime;
    if (is_second && g.NavId != entered_) {
        press_nothing();
    } else {
        entered_ = g.NavId;
    }
    entered_at_ = g.Time;
}

}
