#include "app/ui/widgets/popups.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace middleground {

namespace {

constexpr const char* asked = "asked to close";

bool counts(const ImGuiPopupData& popup) {
    const auto* window = popup.Window;
    return window && (window->Active || window->WasActive) && !(window->Flags & ImGuiWindowFlags_NoFocusOnAppearing);
}

}

int open_popups() {
    int count = 0;
    for (const auto& popup : GImGui->OpenPopupStack) {
        count += counts(popup) ? 1 : 0;
    }
    return count;
}

void close_top_popup() {
    const auto& stack = GImGui->OpenPopupStack;
    for (int i = stack.Size - 1; i >= 0; --i) {
        if (!counts(stack[i])) continue;
        auto* window = stack[i].Window;
        if (window->Flags & ImGuiWindowFlags_Modal) {
            // What hangs on it goes first; it knows itself what else belongs to its end.
            if (i + 1 < stack.Size) ImGui::ClosePopupToLevel(i + 1, true);
            window->StateStorage.SetBool(ImHashStr(asked, 0, window->ID), true);
        } else {
            ImGui::ClosePopupToLevel(i, true);
        }
        return;
    }
}

bool is_esc_free() {
    auto& was_open = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("a list was open"), false);
    const bool is_open = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    return !std::exchange(was_open, is_open) && !is_open && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
}

bool is_asked_to_close() {
    auto* window = ImGui::GetCurrentWindow();
    auto& wish = *window->StateStorage.GetBoolRef(ImHashStr(asked, 0, window->ID), false);
    const bool was = wish;
    wish = false;
    return was;
}

}
