#include "app/ui/widgets/field/option_list.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr int visible_rows = 8;

float row_height(const Ui& ui) {
    return std::round(ui.px(ui.theme.touch ? 44.0f : 32.0f));
}

}

bool begin_option_list(const Ui& ui, ImGuiID popup, const OptionListPlace& place, ListFocus focus) {
    const auto screen = ImGui::GetIO().DisplaySize;
    const float padding = ui.px(4);
    const float away = ui.px(4);
    const float edge = ui.px(8);
    const float wanted = row_height(ui) * static_cast<float>(std::clamp(place.rows, 1, visible_rows)) + 2 * padding;
    const float below = screen.y - edge - place.anchor_max.y - away;
    const float above = place.anchor_min.y - away - edge;
    const bool under = wanted <= below || below >= above;
    const float height = std::max(row_height(ui), std::min(wanted, under ? below : above));
    const float width = std::min(place.anchor_max.x - place.anchor_min.x, screen.x - 2 * edge);
    const float left = std::clamp(place.anchor_min.x, edge, std::max(edge, screen.x - edge - width));
    ImGui::SetNextWindowPos({left, under ? place.anchor_max.y + away : place.anchor_min.y - away - height});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, line_width(ui));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoNavFocus;
    if (focus == ListFocus::leaves) {
        flags |= ImGuiWindowFlags_NoFocusOnAppearing;
    }
    const bool open = ImGui::BeginPopupEx(popup, flags);
    ImGui::PopStyleVar(3);
    if (open) {
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); // a press in the dialog around the field has brought that to the front
        // No slice of a ninth row in the padding.
        const auto inner = ImGui::GetCurrentWindow()->InnerRect;
        ImGui::PushClipRect({inner.Min.x, inner.Min.y + padding}, {inner.Max.x, inner.Max.y - padding}, true);
    }
    return open;
}

void end_option_list() {
    ImGui::PopClipRect();
    ImGui::EndPopup();
}

OptionAnswer option_row(const Ui& ui, int index, const Choice& choice, const OptionState& state) {
    auto* window = ImGui::GetCurrentWindow();
    OptionAnswer answer;
    ImGui::PushID(index);
    const auto id = ImGui::GetID("option");
    ImGui::PopID();
    const auto min = window->DC.CursorPos;
    const ImVec2 max{min.x + std::max(1.0f, ImGui::GetContentRegionAvail().x), min.y + row_height(ui)};
    const ImRect box(min, max);
    ImGui::ItemSize(max - min);
    if (state.highlight == Highlight::scroll_to) {
        const float padding = window->WindowPadding.y;
        ImGui::ScrollToRectEx(window, {{min.x, min.y - padding}, {max.x, max.y + padding}}, ImGuiScrollFlags_KeepVisibleEdgeY);
    }
    if (!ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop)) {
        return answer;
    }
    bool hovered = false;
    bool held = false;
    answer.pressed = ImGui::ButtonBehavior(box, id, &hovered, &held, ImGuiButtonFlags_NoNavFocus | ImGuiButtonFlags_PressedOnClickRelease);
    const auto delta = ImGui::GetIO().MouseDelta;
    answer.pointed = hovered && (delta.x != 0 || delta.y != 0);

    const auto& color = ui.color();
    auto* list = window->DrawList;
    const bool lit = state.highlight != Highlight::no;
    if (lit || hovered) {
        list->AddRectFilled(min, max, lit ? color.accent_soft : color.hover, ui.px(6));
    }
    const float center = (min.y + max.y) / 2;
    float left = min.x + ui.px(8);
    float right = max.x - ui.px(8);
    if (choice.icon) {
        draw_icon(ui, list, choice.icon, {left + ui.px(8), center}, ui.px(16), color.text_muted);
        left += ui.px(24);
    }
    if (state.chosen) {
        draw_icon(ui, list, icon::check, {right - ui.px(8), center}, ui.px(16), color.accent);
        right -= ui.px(24);
    }
    if (!choice.hint.empty()) {
        const float wide = std::min((right - left) / 2, text_size(ui, TextStyle::caption, choice.hint).x);
        draw_text_in(ui, list, TextStyle::caption, {right - wide, min.y}, {right, max.y}, color.text_muted, choice.hint, Align::right);
        right -= wide + ui.px(8);
    }
    draw_text_in(ui, list, TextStyle::body, {left, min.y}, {right, max.y}, color.text, choice.label);
    ui.note(ItemRole::option, choice.label, state.chosen ? "selected" : "");
    if (lit) ui.note_kind("highlighted");
    return answer;
}

int moved_by_keys(int index, int count) {
    if (count <= 0) {
        return index;
    }
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    int to = index;
    if (pressed(ImGuiKey_DownArrow)) {
        to = index + 1 < count ? index + 1 : 0;
    } else if (pressed(ImGuiKey_UpArrow)) {
        to = index > 0 ? index - 1 : count - 1;
    } else if (pressed(ImGuiKey_PageDown)) {
        to = index + visible_rows;
    } else if (pressed(ImGuiKey_PageUp)) {
        to = index - visible_rows;
    }
    return std::clamp(to, 0, count - 1);
}

void swallow_key(ImGuiKey key) {
    ImGui::SetKeyOwner(key, ImGuiKeyOwner_NoOwner, ImGuiInputFlags_LockThisFrame);
}

}
