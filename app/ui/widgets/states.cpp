#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

bool empty_state(const Ui& ui, const char* icon, std::string_view heading, std::string_view line, std::string_view button_label,
                 const char* button_icon) {
    if (window_skips()) {
        return false;
    }
    const float wide = std::max(1.0f, ImGui::GetContentRegionAvail().x);
    const auto start = ImGui::GetCursorScreenPos();
    const float center = start.x + wide / 2;
    const auto place = [&](float width) { ImGui::SetCursorScreenPos({std::floor(center - width / 2), ImGui::GetCursorScreenPos().y}); };

    gap(ui, 32);
    const auto at = ImGui::GetCursorScreenPos();
    draw_icon(ui, ImGui::GetWindowDrawList(), icon, {center, at.y + ui.px(12)}, ui.px(24), ui.color().text_muted);
    gap(ui, 24 + 12);
    place(std::min(wide, text_size(ui, TextStyle::heading, heading).x));
    text(ui, TextStyle::heading, heading);
    gap(ui, 4);
    const float line_wide = text_size(ui, TextStyle::body, line).x;
    const float most = std::min(wide, ui.px(420));
    if (line_wide <= most) {
        place(line_wide);
        text_muted(ui, TextStyle::body, line);
    } else {
        place(most);
        text_wrapped_muted(ui, TextStyle::body, line, most);
    }
    bool pressed = false;
    if (!button_label.empty()) {
        gap(ui, 16);
        const ButtonOptions options{.icon = button_icon};
        place(button_width(ui, button_label, options));
        pressed = button(ui, ButtonKind::filled, button_label, options);
    }
    gap(ui, 32);
    return pressed;
}

bool band(const Ui& ui, Band kind, std::string_view strong, std::string_view words, std::string_view button_label) {
    if (window_skips()) {
        return false;
    }
    const auto& color = ui.color();
    const float wide = std::max(1.0f, ImGui::GetContentRegionAvail().x);
    const auto min = ImGui::GetCursorScreenPos();
    const float padding = ui.px(16);
    const float icon_room = ui.px(28);
    const ButtonOptions options{};
    const float button_room = button_label.empty() ? 0 : button_width(ui, button_label, options) + ui.px(16);
    const float line = ui.theme.line_height(TextStyle::body);
    const float text_left = min.x + padding + icon_room;
    const float text_room = std::max(ui.px(40), wide - 2 * padding - icon_room - button_room);

    // One line when both parts fit, else the strong part above the rest.
    const float strong_wide = text_size(ui, TextStyle::strong, strong).x;
    const float words_wide = text_size(ui, TextStyle::body, words).x;
    const bool one_line = strong_wide + ui.px(6) + words_wide <= text_room;
    const float strong_height = strong.empty() ? 0 : wrapped_height(ui, TextStyle::strong, strong, text_room);
    const float words_height = words.empty() ? 0 : wrapped_height(ui, TextStyle::body, words, text_room);
    const float text_height = one_line ? line : strong_height + words_height;
    const float height = std::max(ui.px(ui.theme.touch ? 60.0f : 48.0f), text_height + 2 * ui.px(12));
    const ImVec2 max{min.x + wide, min.y + height};

    auto* list = ImGui::GetWindowDrawList();
    const ImU32 fill = kind == Band::error ? color.bad_soft : kind == Band::warning ? color.warn_soft : color.accent_soft;
    const ImU32 mark = kind == Band::error ? color.bad : kind == Band::warning ? color.warn : color.accent;
    list->AddRectFilled(snapped(min), snapped(max), fill, ui.px(6));
    const float top = std::floor(min.y + (height - text_height) / 2);
    draw_icon(ui, list, kind == Band::notice ? icon::info : icon::triangle_alert, {min.x + padding + ui.px(8), top + line / 2}, ui.px(16),
              mark);
    if (one_line) {
        draw_text(ui, list, TextStyle::strong, {text_left, top}, color.text, strong);
        draw_text(ui, list, TextStyle::body, {text_left + (strong.empty() ? 0 : strong_wide + ui.px(6)), top}, color.text, words);
    } else {
        draw_text_wrapped(ui, list, TextStyle::strong, {text_left, top}, color.text, strong, text_room);
        draw_text_wrapped(ui, list, TextStyle::body, {text_left, top + strong_height}, color.text, words, text_room);
    }
    ui.note_rect(ItemRole::status, strong.empty() ? words : strong, min, max, words);

    bool pressed = false;
    ImGui::BeginGroup();
    if (!button_label.empty()) {
        ImGui::SetCursorScreenPos(
            {max.x - ui.px(8) - button_width(ui, button_label, options), std::floor(min.y + (height - ui.theme.control_height()) / 2)});
        pressed = button(ui, ButtonKind::outlined, button_label, options);
    }
    ImGui::EndGroup();
    ImGui::GetCurrentWindow()->DC.CursorPos = min;
    ImGui::ItemSize(max - min);
    ImGui::ItemAdd({min, max}, 0);
    return pressed;
}

}
