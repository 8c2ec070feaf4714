#include "app/ui/widgets/text.hpp"

#include "app/ui/letters/line.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/press.hpp"
#include "core/base/letters/scripts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace middleground {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

ItemRole role_of(TextStyle style) {
    return style == TextStyle::title || style == TextStyle::heading ? ItemRole::heading : ItemRole::text;
}

const char* end_of(std::string_view text) {
    return text.data() + text.size();
}

std::string_view without_blanks_at_end(const char* begin, const char* end) {
    while (end > begin && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r')) {
        --end;
    }
    return {begin, end};
}

// Calls `take` with every line of the text as it is wrapped to the width; answers their number.
template <typename Take>
int for_each_line(ImFont* font, float size, std::string_view text, float width, Take take) {
    int lines = 0;
    const char* at = text.data();
    const char* end = end_of(text);
    while (at < end) {
        const auto* found = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::uint32_t>(end - at)));
        const char* paragraph_end = found ? found : end;
        if (at == paragraph_end) {
            take(lines++, std::string_view{});
        }
        while (at < paragraph_end) {
            const char* wrap = at + first_line_end(font, size, {at, paragraph_end}, width);
            take(lines++, without_blanks_at_end(at, wrap));
            at = wrap;
            while (at < paragraph_end && *at == ' ') {
                ++at;
            }
        }
        at = found ? found + 1 : end;
    }
    return lines;
}

// A line of a wrapped text runs as its paragraph does, which the paragraph's first letter says: with a mark of direction in front, where the line
// by itself would run the other way; empty where it needs none.
std::string turned(std::string_view text, std::string_view line) {
    if (!has_right_to_left(line)) return {};
    const auto at = static_cast<std::size_t>(line.data() - text.data());
    const auto before = text.substr(0, at).rfind('\n');
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const bool from_right = runs_from_right(text.substr(begin, text.find('\n', begin) - begin));
    if (from_right == runs_from_right(line)) return {};
    return (from_right ? "\u200f" : "\u200e") + std::string(line);
}

float width_left(float width) {
    return width > 0 ? width : std::max(1.0f, ImGui::GetContentRegionAvail().x);
}

// Registers an item of this size at the cursor; false when it is not to be drawn.
bool add_text_item(const Ui& ui, ImVec2 size, ImVec2& at) {
    auto* window = ImGui::GetCurrentWindow();
    if (window->SkipItems) {
        return false;
    }
    center_on_line(ui, size.y);
    at = window->DC.CursorPos;
    ImGui::ItemSize(size);
    return ImGui::ItemAdd({at, at + size}, 0);
}

}

ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text) {
    return {words_width(ui.theme.font(style), ui.theme.font_size(style), text), ui.theme.line_height(style)};
}

float wrapped_height(const Ui& ui, TextStyle style, std::string_view text, float width) {
    const int lines = for_each_line(ui.theme.font(style), ui.theme.font_size(style), text, width, [](int, std::string_view) {});
    return static_cast<float>(std::max(1, lines)) * ui.theme.line_height(style);
}

std::string fitted(const Ui& ui, TextStyle style, std::string_view text, float width) {
    auto* font = ui.theme.font(style);
    const float size = ui.theme.font_size(style);
    if (words_width(font, size, text) <= width || ui.outline) {
        return std::string(text);
    }
    const float room = width - words_width(font, size, ellipsis);
    if (room <= 0) {
        return {};
    }
    const char* cut = text.data() + letters_within(font, size, text, room);
    return std::string(without_blanks_at_end(text.data(), cut)) + std::string(ellipsis);
}

void draw_text(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text) {
    if (ui.outline) ui.note_words(text, at, at + text_size(ui, style, text));
    draw_words(list, ui.theme.font(style), ui.theme.font_size(style), at.x, at.y + ui.theme.line_height(style) / 2, color, text);
}

void draw_text_wrapped(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text, float width) {
    auto* font = ui.theme.font(style);
    const float size = ui.theme.font_size(style);
    const float line = ui.theme.line_height(style);
    ui.note_words(text, at, at + ImVec2{width, line});
    for_each_line(font, size, text, width, [&](int index, std::string_view words) {
        const auto own = turned(text, words);
        draw_words(list, font, size, at.x, at.y + (static_cast<float>(index) + 0.5f) * line, color, own.empty() ? words : own);
    });
}

void draw_wave_wrapped(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text, float width,
                       std::uint32_t begin, std::uint32_t end) {
    auto* font = ui.theme.font(style);
    const float size = ui.theme.font_size(style);
    const float line = ui.theme.line_height(style);
    for_each_line(font, size, text, width, [&](int index, std::string_view words) {
        if (words.empty()) return;
        const auto first = static_cast<std::uint32_t>(words.data() - text.data());
        const auto last = first + static_cast<std::uint32_t>(words.size());
        if (end <= first || begin >= last) return;
        const auto from = std::max(begin, first) - first;
        const auto to = std::min(end, last) - first;
        const float left = at.x + words_width(font, size, words.substr(0, from));
        const float right = at.x + words_width(font, size, words.substr(0, to));
        draw_wave(ui, list, left, right, at.y + (static_cast<float>(index) + 1) * line - ui.px(2), color);
    });
}

void draw_text_in(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 min, ImVec2 max, ImU32 color, std::string_view text,
                  Align align) {
    ui.note_words(text, min, max);
    auto* font = ui.theme.font(style);
    const float size = ui.theme.font_size(style);
    const float center = (min.y + max.y) / 2;
    const float room = max.x - min.x;
    float width = words_width(font, size, text);
    std::string cut;
    // Half a pixel of rounding is not worth an ellipsis.
    if (width > room + 0.5f) {
        cut = fitted(ui, style, text, room);
        text = cut;
        width = words_width(font, size, text);
    }
    const float left = align == Align::left ? min.x : align == Align::center ? min.x + (room - width) / 2 : max.x - width;
    draw_words(list, font, size, left, center, color, text);
}

void draw_icon(const Ui& ui, ImDrawList* list, const char* icon, ImVec2 center, float size, ImU32 color) {
    if (!icon) {
        return;
    }
    // The font's em is the icon's box.
    const float whole = std::round(size);
    list->AddText(ui.theme.fonts.icons, whole, {std::floor(center.x - whole / 2 + 0.5f), std::floor(center.y - whole / 2 + 0.5f)}, color,
                  icon);
}

void text(const Ui& ui, TextStyle style, std::string_view words) {
    text_colored(ui, style, ui.color().text, words);
}

void text_muted(const Ui& ui, TextStyle style, std::string_view words) {
    text_colored(ui, style, ui.color().text_muted, words);
}

void text_colored(const Ui& ui, TextStyle style, ImU32 color, std::string_view words) {
    ImVec2 at;
    if (!window_skips() && add_text_item(ui, text_size(ui, style, words), at)) {
        draw_text(ui, ImGui::GetWindowDrawList(), style, at, color, words);
        ui.note(role_of(style), words);
    }
}

namespace {

void wrapped(const Ui& ui, TextStyle style, ImU32 color, std::string_view words, float width) {
    if (window_skips()) {
        return;
    }
    const float wide = width_left(width);
    ImVec2 at;
    if (add_text_item(ui, {wide, wrapped_height(ui, style, words, wide)}, at)) {
        draw_text_wrapped(ui, ImGui::GetWindowDrawList(), style, at, color, words, wide);
        ui.note(role_of(style), words);
    }
}

}

void text_wrapped(const Ui& ui, TextStyle style, std::string_view words, float width) {
    wrapped(ui, style, ui.color().text, words, width);
}

void text_wrapped_muted(const Ui& ui, TextStyle style, std::string_view words, float width) {
    wrapped(ui, style, ui.color().text_muted, words, width);
}

void text_fitted(const Ui& ui, TextStyle style, ImU32 color, std::string_view words, float width) {
    ImVec2 at;
    const float line = ui.theme.line_height(style);
    if (window_skips() || !add_text_item(ui, {width, line}, at)) {
        return;
    }
    draw_text_in(ui, ImGui::GetWindowDrawList(), style, at, {at.x + width, at.y + line}, color, words);
    ui.note(role_of(style), words);
    if (text_size(ui, style, words).x > width + 0.5f) {
        tooltip(ui, words);
    }
}

namespace {

void icon_words(const Ui& ui, TextStyle style, const char* icon, ImU32 color, std::string_view words, std::optional<float> wrap_at) {
    const float size = ui.px(style == TextStyle::caption ? 14.0f : 16.0f);
    const float away = size + ui.px(style == TextStyle::caption ? 6.0f : 8.0f);
    const float wide = wrap_at ? *wrap_at - away : text_size(ui, style, words).x;
    const float line = ui.theme.line_height(style);
    ImVec2 at;
    if (!add_text_item(ui, {away + wide, wrap_at ? wrapped_height(ui, style, words, wide) : line}, at)) {
        return;
    }
    auto* list = ImGui::GetWindowDrawList();
    draw_icon(ui, list, icon, {at.x + size / 2, at.y + line / 2}, size, color);
    if (wrap_at) {
        draw_text_wrapped(ui, list, style, {at.x + away, at.y}, color, words, wide);
    } else {
        draw_text(ui, list, style, {at.x + away, at.y}, color, words);
    }
    ui.note(role_of(style), words);
}

}

void icon_text(const Ui& ui, TextStyle style, const char* icon, ImU32 color, std::string_view words) {
    if (!window_skips()) icon_words(ui, style, icon, color, words, {});
}

void icon_text_wrapped(const Ui& ui, TextStyle style, const char* icon, ImU32 color, std::string_view words, float width) {
    if (!window_skips()) icon_words(ui, style, icon, color, words, width_left(width));
}

}
