#include "app/ui/widgets/field/text_field_draw.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

std::string box_words(std::string_view words, const FieldOptions& options) {
    if (!options.dots) return std::string(words);
    return std::string(static_cast<std::size_t>(std::ranges::count_if(words, [](char c) { return (c & 0xc0) != 0x80; })), '*');
}

FieldWords field_words(const Ui& ui, ImVec2 min, ImVec2 max, float padding, const FieldOptions& options) {
    const float icon = options.icon && !options.multiline ? ui.px(24) : 0;
    return {min.x + padding + icon, max.x - padding, ui.theme.font(options.style), ui.theme.font_size(options.style)};
}

void draw_field_marks(const Ui& ui, ImVec2 min, ImVec2 max, const FieldWords& words, std::string_view value, const FieldOptions& options) {
    auto* list = ImGui::GetWindowDrawList();
    if (options.icon && !options.multiline) {
        // A text that is longer than the field slides under it to the left.
        if (words_width(words.font, words.size, box_words(value, options)) > words.right - words.left) {
            list->AddRectFilled(min + ImVec2{ui.px(2), ui.px(2)}, {words.left - ui.px(2), max.y - ui.px(2)}, ui.color().surface, ui.px(4));
        }
        draw_icon(ui, list, options.icon, {words.left - ui.px(16), (min.y + max.y) / 2}, ui.px(16), ui.color().text_muted);
    }
    if (options.echo.empty() || options.multiline) {
        return;
    }
    const float wide = text_size(ui, TextStyle::body, options.echo).x;
    const float taken = words_width(words.font, words.size, box_words(value, options));
    if (words.left + taken + ui.px(12) + wide <= words.right) {
        draw_text_in(ui, list, TextStyle::body, {words.right - wide, min.y}, {words.right + 1, max.y}, ui.color().text_muted, options.echo);
        ui.note_rect(ItemRole::text, options.echo, {words.right - wide, min.y}, {words.right, max.y});
    }
}

void draw_caret(const Ui& ui, const FieldBox& box, const FieldWords& words, const FieldOptions& options) {
    auto& state = GImGui->InputTextState;
    const auto before = box_words({state.TextA.Data, static_cast<std::uint32_t>(state.GetCursorPos())}, options);
    const float left = words.left + words_width(words.font, words.size, before) - state.Scroll.x;
    const float center = (box.min().y + box.max().y) / 2;
    const float half = std::round(words.size * 0.66f);
    const float at = std::clamp(snapped(left), box.min().x + 1, box.max().x - 2);
    ImGui::GetWindowDrawList()->AddRectFilled({at, std::floor(center) - half}, {at + line_width(ui), std::floor(center) + half},
                                              ui.color().text);
}

void draw_underlines(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value, const FieldOptions& options,
                     float scroll) {
    if (options.underlines.empty()) {
        return;
    }
    auto* list = ImGui::GetWindowDrawList();
    const float y = snapped((box.min().y + box.max().y) / 2 + words.size * 0.62f);
    list->PushClipRect({words.left, box.min().y}, {words.right, box.max().y}, true);
    for (const auto& mark : options.underlines) {
        const auto begin = std::min<std::size_t>(mark.begin, value.size());
        const auto end = std::clamp<std::size_t>(mark.end, begin, value.size());
        const float left = words.left - scroll + words_width(words.font, words.size, value.substr(0, begin));
        const float right = words.left - scroll + words_width(words.font, words.size, value.substr(0, end));
        list->AddRectFilled({left, y}, {right, y + line_width(ui, 2)}, ui.color().chart_bar);
    }
    list->PopClipRect();
}

void draw_waves_while_typing(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value,
                             const FieldOptions& options, float top_padding) {
    const auto& children = ImGui::GetCurrentWindow()->DC.ChildWindows;
    if (children.empty() || options.marks.empty()) return;
    auto* window = children.back();
    const auto [font, size] = std::pair(words.font, words.size);
    const ImVec2 at = window->DC.CursorStartPos + ImVec2{box.padding() - GImGui->InputTextState.Scroll.x, top_padding};
    window->DrawList->PushClipRect(box.min(), box.max(), true);
    for (const auto& mark : options.marks) {
        float y = at.y;
        for (std::size_t line = 0; line <= value.size() && line < mark.end; y += size) {
            const auto end = std::min(value.find('\n', line), value.size());
            const auto from = std::max<std::size_t>(mark.begin, line);
            const auto to = std::min<std::size_t>(mark.end, end);
            if (from < to) {
                draw_wave(ui, window->DrawList, at.x + words_width(font, size, value.substr(line, from - line)),
                          at.x + words_width(font, size, value.substr(line, to - line)), y + size, ui.color().warn);
            }
            line = end + 1;
        }
    }
    window->DrawList->PopClipRect();
}

void draw_wrapped(const Ui& ui, const FieldBox& box, std::string_view value, const FieldOptions& options) {
    auto* list = ImGui::GetWindowDrawList();
    const float inner = box.max().x - box.min().x - 2 * box.padding();
    const ImVec2 at{box.min().x + box.padding(), box.min().y + ui.px(6)};
    list->PushClipRect(box.min(), box.max(), true);
    const bool empty = value.empty();
    draw_text_wrapped(ui, list, options.style, at, empty ? ui.color().text_muted : ui.color().text, empty ? options.placeholder : value,
                      inner);
    for (const auto& mark : options.marks) {
        draw_wave_wrapped(ui, list, options.style, at, ui.color().warn, value, inner, mark.begin, mark.end);
    }
    list->PopClipRect();
}

void draw_line_hint(const Ui& ui, const FieldBox& box, const FieldWords& words, std::string_view value) {
    constexpr std::string_view hint = "Shift+Enter for a new line";
    const auto lines = 1 + static_cast<float>(std::ranges::count(value, '\n'));
    const float height = ui.theme.line_height(TextStyle::caption);
    const float wide = text_size(ui, TextStyle::caption, hint).x;
    const ImVec2 min{box.max().x - box.padding() - wide, box.max().y - height - ui.px(4)};
    if (box.min().y + ui.px(6) + lines * words.size + ui.px(4) > min.y || min.x < words.left) {
        return;
    }
    draw_text(ui, ImGui::GetWindowDrawList(), TextStyle::caption, min, ui.color().text_muted, hint);
    ui.note_rect(ItemRole::text, hint, min, min + ImVec2{wide, height});
}

}
