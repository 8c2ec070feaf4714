#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace middleground {

ImU32 tone_color(const Ui& ui, Tone tone) {
    const auto& color = ui.color();
    switch (tone) {
    case Tone::neutral:
        return color.text_muted;
    case Tone::accent:
        return color.accent;
    case Tone::push:
        return color.push;
    case Tone::passive:
        return color.passive;
    case Tone::middle:
        return color.middle;
    case Tone::warn:
        return color.warn;
    case Tone::bad:
        return color.bad;
    }
    return color.text_muted;
}

ImU32 tone_soft(const Ui& ui, Tone tone) {
    const auto& color = ui.color();
    switch (tone) {
    case Tone::neutral:
        return color.fill;
    case Tone::accent:
        return color.accent_soft;
    case Tone::push:
        return color.push_soft;
    case Tone::passive:
        return color.passive_soft;
    case Tone::middle:
        return color.middle_soft;
    case Tone::warn:
        return color.warn_soft;
    case Tone::bad:
        return color.bad_soft;
    }
    return color.fill;
}

ImVec2 tag_size(const Ui& ui, std::string_view text, const char* icon) {
    const float words = words_width(ui.theme.fonts.medium, ui.theme.font_size(TextStyle::caption), text);
    return {std::ceil(ui.px(16) + (icon ? ui.px(17) : 0) + words), ui.px(20)};
}

void draw_tag(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view text, Tone tone, const char* icon) {
    const auto size = tag_size(ui, text, icon);
    const auto min = snapped(at);
    const ImVec2 max{min.x + size.x, min.y + size.y};
    const float center = (min.y + max.y) / 2;
    const ImU32 color = tone_color(ui, tone);
    ui.note_words(text, min, max);
    list->AddRectFilled(min, max, tone_soft(ui, tone), ui.px(4));
    draw_icon(ui, list, icon, {min.x + ui.px(14), center}, ui.px(12), color);
    draw_words(list, ui.theme.fonts.medium, ui.theme.font_size(TextStyle::caption), min.x + ui.px(icon ? 25.0f : 8.0f), center, color,
               text);
}

void tag(const Ui& ui, std::string_view text, Tone tone, const char* icon) {
    if (window_skips()) {
        return;
    }
    const auto size = tag_size(ui, text, icon);
    center_on_line(ui, size.y);
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    if (ImGui::ItemAdd({at, at + size}, 0)) {
        draw_tag(ui, ImGui::GetWindowDrawList(), at, text, tone, icon);
        ui.note(ItemRole::text, text);
    }
}

void draw_avatar(const Ui& ui, ImDrawList* list, ImVec2 center, std::string_view name, float size) {
    list->AddCircleFilled(center, ui.px(size) / 2, ui.color().fill);
    const auto letters = initials(name);
    const float letter_size = std::round(ui.px(size >= 32 ? 12.0f : 10.0f));
    const float wide = words_width(ui.theme.fonts.semibold, letter_size, letters);
    draw_words(list, ui.theme.fonts.semibold, letter_size, center.x - wide / 2, center.y, ui.color().text, letters);
}

void avatar(const Ui& ui, std::string_view name, float size) {
    if (window_skips()) {
        return;
    }
    const ImVec2 box{ui.px(size), ui.px(size)};
    center_on_line(ui, box.y);
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(box);
    if (ImGui::ItemAdd({at, at + box}, 0)) {
        draw_avatar(ui, ImGui::GetWindowDrawList(), at + box * 0.5f, name, size);
        ui.note(ItemRole::image, name);
        tooltip(ui, name);
    }
}

}
