#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <charconv>
#include <cmath>

namespace middleground {

namespace {

struct Toggle {
    Press press;
    float mark; // width of the switch or box
    std::string_view words;
};

// A mark with words at its right; both are the target.
Toggle toggle_area(const Ui& ui, std::string_view label, float mark) {
    const auto words = visible_label(label);
    const float wide = mark + (words.empty() ? 0 : ui.px(8) + text_size(ui, TextStyle::body, words).x);
    const ImVec2 size{wide, ui.px(ui.theme.touch ? 44.0f : 24.0f)};
    center_on_line(ui, size.y);
    return {press_area(id_of(label), size), mark, words};
}

void finish_toggle(const Ui& ui, ImDrawList* list, const Toggle& toggle, float radius, float half_height, const char* kind, bool on) {
    const auto& press = toggle.press;
    const float center = (press.min.y + press.max.y) / 2;
    draw_text(ui, list, TextStyle::body, {press.min.x + toggle.mark + ui.px(8), center - ui.theme.line_height(TextStyle::body) / 2},
              ui.color().text, toggle.words);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, {press.min.x, center - half_height}, {press.min.x + toggle.mark, center + half_height}, radius);
    }
    ui.note(ItemRole::checkbox, toggle.words, on ? "on" : "off");
    ui.note_kind(kind);
}

}

bool switch_control(const Ui& ui, std::string_view label, bool on) {
    if (window_skips()) {
        return false;
    }
    const auto toggle = toggle_area(ui, label, ui.px(28));
    const auto& press = toggle.press;
    if (press.visible) {
        auto* list = ImGui::GetWindowDrawList();
        const auto& color = ui.color();
        const float center = (press.min.y + press.max.y) / 2;
        const auto min = snapped(ImVec2{press.min.x, center - ui.px(8)});
        const ImVec2 max{min.x + ui.px(28), min.y + ui.px(16)};
        const float middle = (min.y + max.y) / 2;
        if (on) {
            list->AddRectFilled(min, max, press.hovered ? color.accent_hover : color.accent, ui.px(8));
            list->AddCircleFilled({max.x - ui.px(8), middle}, ui.px(6), color.on_accent);
        } else {
            list->AddRectFilled(min, max, press.hovered ? color.hover : color.surface, ui.px(8));
            draw_border(list, min, max, color.line_control, ui.px(8), line_width(ui));
            list->AddCircleFilled({min.x + ui.px(8), middle}, ui.px(5), color.line_control);
        }
        finish_toggle(ui, list, toggle, ui.px(8), ui.px(8), "switch", on);
    }
    return press.pressed;
}

bool checkbox(const Ui& ui, std::string_view label, bool on) {
    if (window_skips()) {
        return false;
    }
    const auto toggle = toggle_area(ui, label, ui.px(16));
    const auto& press = toggle.press;
    if (press.visible) {
        auto* list = ImGui::GetWindowDrawList();
        const auto& color = ui.color();
        const float center = (press.min.y + press.max.y) / 2;
        const auto min = snapped(ImVec2{press.min.x, center - ui.px(8)});
        const ImVec2 max{min.x + ui.px(16), min.y + ui.px(16)};
        list->AddRectFilled(min, max,
                            on              ? (press.hovered ? color.accent_hover : color.accent)
                            : press.hovered ? color.hover
                                            : color.surface,
                            ui.px(4));
        if (on) {
            draw_icon(ui, list, icon::check, {(min.x + max.x) / 2, (min.y + max.y) / 2}, ui.px(12), color.on_accent);
        } else {
            draw_border(list, min, max, color.line_control, ui.px(4), line_width(ui));
        }
        finish_toggle(ui, list, toggle, ui.px(4), ui.px(8), "", on);
    }
    return press.pressed;
}

std::optional<int> segmented(const Ui& ui, std::string_view name, std::span<const Segment> segments, int chosen) {
    if (window_skips() || segments.empty()) {
        return std::nullopt;
    }
    const auto& color = ui.color();
    const float height = ui.theme.control_height();
    const float inset = ui.px(2);
    const float padding = ui.px(12);
    const auto width_of = [&](const Segment& segment) {
        const auto words = visible_label(segment.label);
        return 2 * padding + (segment.icon ? ui.px(16) + (words.empty() ? 0 : ui.px(8)) : 0) +
               std::ceil(text_size(ui, TextStyle::label, words).x);
    };
    float wide = 2 * inset;
    for (const auto& segment : segments) {
        wide += width_of(segment);
    }
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(snapped(at), snapped({at.x + wide, at.y + height}), color.fill, ui.px(8));

    const Part part(ui, ItemRole::radiogroup, name);
    ImGui::PushID(name.data(), name.data() + name.size());
    ImGui::BeginGroup();
    std::optional<int> answer;
    float left = at.x + inset;
    int index = 0;
    for (const auto& segment : segments) {
        const bool selected = index == chosen;
        const float own = width_of(segment);
        ImGui::SetCursorScreenPos({left, at.y});
        ImGui::PushID(index);
        const auto press = press_area(id_of(segment.label), {own, height});
        ImGui::PopID();
        if (press.visible) {
            const ImVec2 min{left, at.y + inset};
            const ImVec2 max{left + own, at.y + height - inset};
            if (selected) {
                list->AddRectFilled(snapped(min), snapped(max), color.surface, ui.px(6));
                draw_border(list, min, max, color.line_strong, ui.px(6), line_width(ui));
            }
            const ImU32 words_color = selected || press.hovered ? color.text : color.text_muted;
            float words_left = min.x + padding;
            if (segment.icon) {
                draw_icon(ui, list, segment.icon, {words_left + ui.px(8), (min.y + max.y) / 2}, ui.px(16), words_color);
                words_left += ui.px(24);
            }
            draw_text_in(ui, list, TextStyle::label, {words_left, min.y}, {max.x, max.y}, words_color, visible_label(segment.label));
            if (is_keyboard_focused()) {
                draw_focus_ring(ui, min, max, ui.px(6));
            }
            ui.note(ItemRole::radio, segment.label, selected ? "on" : "off");
        }
        if (press.pressed && !selected) {
            answer = index;
        }
        left += own;
        ++index;
    }
    ImGui::EndGroup();
    ImGui::PopID();
    // The group ends with its last segment; the track is a little wider.
    ImGui::GetCurrentWindow()->DC.CursorPosPrevLine.x = at.x + wide;
    return answer;
}

bool filter_chip(const Ui& ui, std::string_view label, int count, bool selected, const char* icon) {
    if (window_skips()) {
        return false;
    }
    const auto& color = ui.color();
    const auto words = visible_label(label);
    char number[16] = {};
    auto number_end = number;
    if (count >= 0) {
        number_end = std::to_chars(number, number + sizeof number, count).ptr;
    }
    const std::string_view count_words{number, number_end};
    const float padding = ui.px(12);
    const float icon_width = icon ? ui.px(22) : 0;
    const float words_width = text_size(ui, TextStyle::label, words).x;
    const float count_width = count_words.empty() ? 0 : ui.px(8) + text_size(ui, TextStyle::label, count_words).x;
    const auto press =
        press_area(id_of(label), {std::ceil(2 * padding + icon_width + words_width + count_width), ui.theme.control_height()});
    if (press.visible) {
        auto* list = ImGui::GetWindowDrawList();
        const auto min = snapped(press.min);
        const auto max = snapped(press.max);
        const float radius = (max.y - min.y) / 2;
        const float center = (min.y + max.y) / 2;
        list->AddRectFilled(min, max, selected ? color.accent_soft : press.hovered ? color.hover : color.background, radius);
        draw_border(list, min, max, selected ? color.accent : color.line_strong, radius, line_width(ui));
        const ImU32 words_color = selected ? color.accent : color.text_muted;
        draw_icon(ui, list, icon, {min.x + padding + ui.px(8), center}, ui.px(16), words_color);
        const float left = min.x + padding + icon_width;
        draw_text_in(ui, list, TextStyle::label, {left, min.y}, {max.x, max.y}, words_color, words);
        draw_text_in(ui, list, TextStyle::label, {left + words_width + ui.px(8), min.y}, {max.x, max.y}, words_color, count_words);
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, min, max, radius);
        }
        ui.note(ItemRole::button, words, selected ? "selected" : "");
        ui.note_kind("toggle");
        ui.note_about(count_words);
    }
    return press.pressed;
}

}
