#include "app/ui/widgets/press.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/finger.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace middleground {

namespace {

// An item that others may lie on learns only in the next frame that the pointer is on it alone. A press that arrives in the very frame in
// which the pointer does would be lost; it is kept for one frame and taken when nothing on top has.
bool take_late_press(ImGuiWindow* window, const ImRect& box, ImGuiID id) {
    auto& g = *GImGui;
    const auto key = ImHashStr("late press", 0, id);
    const bool inside = g.HoveredWindow == window && box.Contains(g.IO.MousePos) && g.OpenPopupStack.Size <= g.BeginPopupStack.Size;
    if (inside && g.IO.MouseClicked[0] && g.HoveredIdPreviousFrame != id && g.ActiveId == 0) {
        window->StateStorage.SetInt(key, g.FrameCount);
        return false;
    }
    if (!inside || g.ActiveId != 0 || window->StateStorage.GetInt(key, -2) != g.FrameCount - 1) {
        return false;
    }
    if (g.IO.MouseReleased[0]) {
        return g.HoveredIdPreviousFrame == id;
    }
    if (g.IO.MouseDown[0] && g.HoveredIdPreviousFrame == id) {
        ImGui::SetActiveID(id, window);
        ImGui::SetFocusID(id, window);
        ImGui::FocusWindow(window);
        g.ActiveIdMouseButton = 0;
        ImGui::SetKeyOwner(ImGuiKey_MouseLeft, id);
    }
    return false;
}

// Downwards on the whole page, where Dear ImGui's own cutting goes the other way above the screen: what follows would move by a pixel as this
// leaves it.
void begin_on_whole_pixel() {
    auto& cursor = ImGui::GetCurrentWindow()->DC.CursorPos;
    cursor.y = std::floor(cursor.y);
}

}

std::string_view visible_label(std::string_view label) {
    return label.substr(0, label.find("##"));
}

ImGuiID id_of(std::string_view label) {
    return ImGui::GetID(label.data(), label.data() + label.size());
}

bool window_skips() {
    return ImGui::GetCurrentWindow()->SkipItems;
}

void center_on_line(const Ui& ui, float height) {
    auto& layout = ImGui::GetCurrentWindow()->DC;
    const float line = layout.CurrLineSize.y;
    // Beside a whole block there is no line to be centred on.
    if (layout.IsSameLine && !layout.IsSetPos && line > height && line <= ui.px(52)) {
        layout.CursorPos.y += std::floor((line - height) / 2);
    }
    begin_on_whole_pixel();
}

bool pointer_is_touch() {
    return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
}

Press press_area(ImGuiID id, ImVec2 size, Enabled enabled, Overlap overlap) {
    begin_on_whole_pixel();
    auto* window = ImGui::GetCurrentWindow();
    Press press;
    press.min = window->DC.CursorPos;
    press.max = press.min + size;
    if (window->SkipItems) {
        return press;
    }
    const ImRect box(press.min, press.max);
    ImGui::ItemSize(size);
    ImGuiItemFlags flags = ImGuiItemFlags_None;
    if (enabled == Enabled::no) {
        flags |= ImGuiItemFlags_Disabled;
    }
    if (overlap == Overlap::allowed) {
        flags |= ImGuiItemFlags_AllowOverlap;
    }
    if (!ImGui::ItemAdd(box, id, nullptr, flags)) {
        return press;
    }
    press.visible = true;
    if (enabled == Enabled::no) {
        // Still claims the pointer, so that nothing below reacts and its tooltip can say why.
        ImGui::ItemHoverable(box, id, GImGui->LastItemData.ItemFlags);
        return press;
    }
    if (overlap == Overlap::allowed && take_late_press(window, box, id)) {
        press.pressed = true;
    }
    bool hovered = false;
    press.pressed = ImGui::ButtonBehavior(box, id, &hovered, &press.held) || press.pressed;
    const bool keyboard = GImGui->NavId == id && GImGui->NavCursorVisible && GImGui->NavHighlightItemUnderNav;
    press.hovered = hovered && !keyboard && (!pointer_is_touch() || press.held || finger_rests());
    return press;
}

bool is_enter_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

}
