#include "app/ui/widgets/ui.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace middleground {

bool is_keyboard_focused() {
    return ImGui::IsItemFocused() && GImGui->NavCursorVisible;
}

void draw_focus_ring(const Ui& ui, ImVec2 min, ImVec2 max, float radius, Ring ring) {
    const float width = line_width(ui, 2);
    // Two wide and two away: the outer edge is four out.
    const float out = ring == Ring::outside ? width * 2 : -line_width(ui);
    draw_border(ImGui::GetWindowDrawList(), snapped({min.x - out, min.y - out}), snapped({max.x + out, max.y + out}), ui.color().focus,
                std::max(0.0f, radius + (ring == Ring::outside ? out : 0)), width);
}

void tooltip(const Ui& ui, std::string_view words) {
    if (words.empty() || window_skips()) {
        return;
    }
    if (ui.outline) {
        ui.note_about(words);
        return;
    }
    const bool hovered = !pointer_is_touch() && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
    if (!hovered && !is_keyboard_focused()) {
        return;
    }
    const auto screen = ImGui::GetIO().DisplaySize;
    const auto anchor = GImGui->LastItemData.Rect;
    const ImVec2 padding{ui.px(10), ui.px(6)};
    const float most = std::min(ui.px(320), screen.x - ui.px(16) - padding.x * 2);
    const float wide = std::min(most, text_size(ui, TextStyle::caption, words).x + 1);
    const ImVec2 size{wide + padding.x * 2, wrapped_height(ui, TextStyle::caption, words, wide) + padding.y * 2};
    const float away = ui.px(6);
    // Long items (rows) would put it far from the pointer.
    const float wanted = hovered && anchor.GetWidth() > ui.px(240) ? ImGui::GetIO().MousePos.x : (anchor.Min.x + anchor.Max.x) / 2;
    const float left = std::clamp(wanted - size.x / 2, ui.px(8), std::max(ui.px(8), screen.x - size.x - ui.px(8)));
    const float top = anchor.Max.y + away + size.y <= screen.y ? anchor.Max.y + away : anchor.Min.y - away - size.y;
    const auto min = snapped(ImVec2{left, top});
    const ImVec2 max{min.x + size.x, min.y + size.y};
    // Over everything, without a window of its own: a window would need a frame to find its size.
    auto* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled(min, max, ui.color().raised, ui.px(6));
    draw_border(list, min, max, ui.color().line_strong, ui.px(6), line_width(ui));
    draw_text_wrapped(ui, list, TextStyle::caption, {min.x + padding.x, min.y + padding.y}, ui.color().text, words, wide);
}

}
