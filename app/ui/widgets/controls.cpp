#include "app/ui/widgets/controls.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace middleground {

namespace {

constexpr float disabled_alpha = 0.5f;

struct Look {
    ImU32 fill = 0;
    ImU32 border = 0;
    ImU32 words = 0;
};

Look look_of(const Ui& ui, ButtonKind kind, const ButtonOptions& options, const Press& press) {
    const auto& color = ui.color();
    if (options.disabled) {
        return {kind == ButtonKind::filled ? color.fill : 0, kind == ButtonKind::outlined || kind == ButtonKind::danger ? color.line : 0,
                with_alpha(color.text_muted, disabled_alpha + 0.1f)};
    }
    const bool lit = press.hovered || press.held;
    switch (kind) {
    case ButtonKind::filled:
        return {lit ? color.accent_hover : color.accent, 0, color.on_accent};
    case ButtonKind::outlined:
        return {press.held ? color.fill : lit ? color.hover : color.surface, color.line_strong, color.text};
    case ButtonKind::quiet:
        if (options.selected) {
            return {color.accent_soft, 0, color.accent};
        }
        return {press.held ? color.fill : lit ? color.hover : 0, 0, lit ? color.text : color.text_muted};
    case ButtonKind::link:
        return {0, 0, lit ? color.accent_hover : color.accent};
    case ButtonKind::danger:
        return {lit ? color.bad_soft : color.surface, color.line_strong, color.bad};
    }
    return {};
}

float padding_of(const Ui& ui, ButtonKind kind, const ButtonOptions& options) {
    switch (kind) {
    case ButtonKind::link:
        return 0;
    case ButtonKind::quiet:
        return ui.px(options.width != 0 ? 12.0f : 8.0f);
    default:
        return ui.px(options.small ? 10.0f : 12.0f);
    }
}

// Icon and words without the paddings.
float content_width(const Ui& ui, std::string_view words, const ButtonOptions& options) {
    const float icon = options.icon ? ui.px(16) + (words.empty() ? 0 : ui.px(8)) : 0;
    const float key = options.key_hint.empty() ? 0 : ui.px(12) + key_width(ui, options.key_hint);
    return icon + text_size(ui, TextStyle::label, words).x + key;
}

void draw_box(const Ui& ui, ImDrawList* list, const Press& press, const Look& look) {
    const auto min = snapped(press.min);
    const auto max = snapped(press.max);
    if (look.fill) {
        list->AddRectFilled(min, max, look.fill, ui.px(6));
    }
    if (look.border) {
        draw_border(list, min, max, look.border, ui.px(6), line_width(ui));
    }
}

void draw_content(const Ui& ui, ImDrawList* list, ButtonKind kind, const Press& press, const Look& look, std::string_view words,
                  const ButtonOptions& options) {
    const float padding = padding_of(ui, kind, options);
    const float room = press.max.x - press.min.x - 2 * padding;
    const float needed = std::min(room, content_width(ui, words, options));
    // What is as wide as its place and has no frame is an entry in a list and starts at the left.
    const bool entry = kind == ButtonKind::quiet && options.width != 0;
    float left = press.min.x + padding + (entry || kind == ButtonKind::link ? 0 : (room - needed) / 2);
    float right = press.max.x - padding;
    const float center = (press.min.y + press.max.y) / 2;
    if (!options.key_hint.empty()) {
        draw_key(ui, list, right, center, options.key_hint);
        right -= key_width(ui, options.key_hint) + ui.px(12);
    }
    if (options.icon) {
        draw_icon(ui, list, options.icon, {left + ui.px(8), center}, ui.px(16), look.words);
        left += ui.px(16) + ui.px(8);
    }
    draw_text_in(ui, list, TextStyle::label, {left, press.min.y}, {right, press.max.y}, look.words, words);
    if (kind == ButtonKind::link && press.hovered && !options.disabled) {
        const float wide = std::min(right - left, text_size(ui, TextStyle::label, words).x);
        draw_line_across(ui, list, left, left + wide, center + ui.px(8), look.words);
    }
}

}

float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options) {
    return content_width(ui, visible_label(label), options) + 2 * ui.px(options.small ? 10.0f : 12.0f);
}

float button_height(const Ui& ui, ButtonKind kind, const ButtonOptions& options) {
    if (kind == ButtonKind::link && options.small && !ui.theme.touch) {
        return ui.theme.line_height(TextStyle::label);
    }
    return options.small || kind == ButtonKind::link ? ui.theme.control_small_height() : ui.theme.control_height();
}

bool button(const Ui& ui, ButtonKind kind, std::string_view label, const ButtonOptions& options) {
    if (window_skips()) {
        return false;
    }
    const auto words = visible_label(label);
    const float wide = options.width > 0   ? options.width
                       : options.width < 0 ? std::max(1.0f, ImGui::GetContentRegionAvail().x)
                                           : content_width(ui, words, options) + 2 * padding_of(ui, kind, options);
    const ImVec2 size{std::max(1.0f, wide), button_height(ui, kind, options)};
    center_on_line(ui, size.y);
    const auto press = press_area(id_of(label), size, options.disabled ? Enabled::no : Enabled::yes);
    if (!press.visible) {
        return press.pressed;
    }
    auto* list = ImGui::GetWindowDrawList();
    const auto look = look_of(ui, kind, options, press);
    draw_box(ui, list, press, look);
    draw_content(ui, list, kind, press, look, words, options);
    if (kind == ButtonKind::link && press.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, press.min, press.max, ui.px(6));
    }
    ui.note(kind == ButtonKind::link ? ItemRole::link : ItemRole::button, words, options.selected ? "selected" : "", options.disabled);
    tooltip(ui, options.tooltip);
    return press.pressed;
}

bool icon_button(const Ui& ui, const char* icon, std::string_view label, const ButtonOptions& options) {
    if (window_skips()) {
        return false;
    }
    const float side = options.small ? ui.theme.control_small_height() : ui.theme.control_height();
    center_on_line(ui, side);
    const auto press =
        press_area(id_of(label), {options.width > 0 ? options.width : side, side}, options.disabled ? Enabled::no : Enabled::yes);
    if (!press.visible) {
        return press.pressed;
    }
    auto* list = ImGui::GetWindowDrawList();
    const auto look = look_of(ui, ButtonKind::quiet, options, press);
    draw_box(ui, list, press, look);
    draw_icon(ui, list, icon, {(press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2}, ui.px(ui.theme.touch ? 20.0f : 16.0f),
              look.words);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, press.min, press.max, ui.px(6));
    }
    const auto words = visible_label(label);
    ui.note(ItemRole::button, words, options.selected ? "selected" : "", options.disabled);
    tooltip(ui, options.tooltip.empty() ? words : options.tooltip);
    return press.pressed;
}

std::string shown_keys(const Ui& ui, std::string_view keys) {
    constexpr std::string_view control = "Ctrl";
    return ui.mac && keys.starts_with(control) ? "Cmd" + std::string(keys.substr(control.size())) : std::string(keys);
}

float key_width(const Ui& ui, std::string_view keys) {
    return keys.empty() ? 0 : text_size(ui, TextStyle::caption, shown_keys(ui, keys)).x + ui.px(12);
}

void draw_key(const Ui& ui, ImDrawList* list, float right, float center, std::string_view keys) {
    const ImVec2 min{right - key_width(ui, keys), center - ui.px(10)};
    const ImVec2 max{right, center + ui.px(10)};
    list->AddRectFilled(snapped(min), snapped(max), ui.color().fill, ui.px(4));
    draw_text_in(ui, list, TextStyle::caption, min, max, ui.color().text_muted, shown_keys(ui, keys), Align::center);
}

void key_hint(const Ui& ui, std::string_view keys) {
    if (window_skips()) {
        return;
    }
    const ImVec2 size{key_width(ui, keys), ui.px(20)};
    center_on_line(ui, size.y);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    if (ImGui::ItemAdd({at, at + size}, 0)) {
        draw_key(ui, ImGui::GetWindowDrawList(), at.x + size.x, at.y + size.y / 2, keys);
        ui.note(ItemRole::text, shown_keys(ui, keys));
    }
}

}
