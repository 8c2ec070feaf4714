#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/popups.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// Esc belongs to what is open on top (a list) or to a text that has been changed; only then to the dialog.
bool esc_closes(ImGuiWindow* window, EscInField esc) {
    auto& g = *GImGui;
    const auto key = ImHashStr("covered", 0, window->ID);
    const bool was_covered = window->StateStorage.GetBool(key);
    const bool covered = !g.OpenPopupStack.empty() && g.OpenPopupStack.back().Window != window;
    window->StateStorage.SetBool(key, covered);
    if (covered || was_covered || !ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        return false;
    }
    const auto& text = g.InputTextState;
    const bool editing = g.ActiveId != 0 && text.ID == g.ActiveId;
    if (editing && esc == EscInField::closes) {
        ImGui::ClearActiveID(); // before the field hears of it, which would take back what was typed
        return true;
    }
    return g.ActiveId == 0 || (editing && std::string_view(text.TextA.Data) == std::string_view(text.TextToRevertTo.Data));
}

}

Dialog::Dialog(const Ui& ui, const char* title, bool& open, float design_width, EscInField esc) {
    const bool is_open = ImGui::IsPopupOpen(title);
    if (!open) {
        if (is_open) {
            // Closed from outside: take it from the stack, so that the page gets the focus back.
            ImGui::BeginPopupModal(title, &open);
        }
        return;
    }
    if (!is_open) {
        ImGui::OpenPopup(title);
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    const bool sheet = screen.x < ui.px(640);
    const float width = std::floor(sheet ? screen.x : std::min(ui.px(design_width), screen.x - ui.px(48)));
    const float most = std::floor(screen.y - ui.px(sheet ? 24.0f : 48.0f));
    const float padding = ui.px(sheet ? 16.0f : 24.0f);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, most});
    ImGui::SetNextWindowPos({std::floor(screen.x / 2), sheet ? screen.y : std::floor(screen.y / 2)}, ImGuiCond_Always,
                            {0.5f, sheet ? 1.0f : 0.5f});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, line_width(ui));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.color().raised);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.color().line_strong);
    visible_ = ImGui::BeginPopupModal(title, nullptr,
                                      ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!visible_) {
        return;
    }
    // The scrim is there at once; it would fade in otherwise.
    GImGui->DimBgRatio = 1;

    auto* window = ImGui::GetCurrentWindow();
    const auto name = visible_label(title);
    const auto start = window->DC.CursorPos;
    window->ContentRegionRect.Max.x = window->WorkRect.Max.x = start.x + width - 2 * padding;
    if (!ui.outline) ui.note_rect(ItemRole::dialog, name, window->Pos, window->Pos + window->Size);
    part_.emplace(ui, ItemRole::dialog, name, window->ID);
    ui.note_kind("modal");

    const float side = ui.theme.touch ? ui.px(44) : ui.px(28);
    const float line = ui.theme.line_height(TextStyle::title);
    draw_text_in(ui, window->DrawList, TextStyle::title, start, {start.x + width - 2 * padding - side, start.y + line}, ui.color().text,
                 name);
    ImGui::SetCursorScreenPos({start.x + width - 2 * padding - side + ui.px(6), std::floor(start.y + (line - side) / 2)});
    bool close = icon_button(ui, icon::x, "Close", {.small = true});
    window->DC.CursorPos = start;
    ImGui::ItemSize(ImVec2{width - 2 * padding, line + ui.px(16)});
    close = close || esc_closes(window, esc) || is_asked_to_close();
    if (close) {
        open = false;
        ImGui::CloseCurrentPopup();
    }
}

Dialog::~Dialog() {
    if (visible_) {
        ImGui::EndPopup();
    }
}

}
