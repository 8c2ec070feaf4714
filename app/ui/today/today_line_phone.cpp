// A line on a phone: the chosen one has its buttons below, the others the main thing at the right.
#include "app/session/view_state.hpp"
#include "app/ui/today/today_list.hpp"
#include "app/ui/today/today_moves.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr float row = 64;

std::string second_line(const Context& context, const AgendaEntry& entry, bool chosen) {
    const auto& line = *entry.line;
    auto words = deal_name(*entry.deal);
    // The chosen one says whom it is about, where its own words do not.
    if (chosen && !line.who.empty() && !line.what.contains(line.who)) words += ", " + line.who;
    if (entry.put_off_until) return words + ", until " + short_date(*entry.put_off_until, context.today);
    // Beside a day that presses there is room for the deal.
    if (haste_of(line, context.today) != AgendaHaste::none) return words;
    if (line.day) return words + ", " + agenda_day_words(line, context.today);
    return line.who.empty() || chosen ? words : words + ", " + line.who;
}

// As short as the place beside the words wants it.
std::string short_label(std::string label) {
    if (label == "Mark as kept") return "Mark kept";
    return label == "Copy wording" ? "Copy" : label;
}

void draw_words(const Context& context, const LineView& view, ImVec2 min, float right) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto& entry = view.entry;
    const auto& line = *entry.line;
    const float first = ui.theme.line_height(TextStyle::label);
    const float second = ui.theme.line_height(TextStyle::body);
    const float top = min.y + (ui.px(row) - first - second - ui.px(2)) / 2;
    draw_text_in(ui, list, TextStyle::strong, {min.x, top}, {right, top + first}, ui.color().text, line.what);
    float x = min.x;
    const float below = top + first + ui.px(2);
    if (const auto* icon = entry.put_off_until ? nullptr : haste_icon(context, line)) {
        const auto color = haste_color(context, line);
        const auto words = agenda_day_words(line, context.today);
        draw_icon(ui, list, icon, {x + ui.px(7), below + second / 2}, ui.px(14), color);
        x += ui.px(20);
        draw_text_in(ui, list, TextStyle::caption, {x, below}, {right, below + second}, color, words);
        x += text_size(ui, TextStyle::caption, words).x + ui.px(8);
    }
    if (x < right) draw_text_in(ui, list, TextStyle::caption, {x, below}, {right, below + second}, ui.color().text_muted, second_line(context, entry, view.chosen));
}

}

LineAnswer draw_line_phone(const Context& context, const LineView& view, float width) {
    const auto& ui = context.ui;
    const auto& entry = view.entry;
    auto* list = ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    const float height = line_height(context, view);
    const auto press = press_line(context, view, {width, height});
    const ImVec2 max{start.x + width, start.y + height};
    const bool focused = ImGui::IsItemFocused() && is_keyboard_focused();
    const bool by_key = press.pressed && is_enter_pressed();
    const float middle = start.y + ui.px(row) / 2;
    const float pad = ui.px(16);
    bool main = false;
    const auto words = entry.put_off_until ? LineWords{"Take up again", icon::undo_2} : main_words(entry);
    float right = max.x - pad;
    float left = start.x + pad;
    if (view.chosen) {
        // What it is about opens with a press on its arrow; the rest is below.
        const float size = ui.theme.control_small_height();
        ImGui::SetCursorScreenPos({max.x - size - ui.px(4), middle - size / 2});
        if (icon_button(ui, icon::chevron_right, "Open the deal: " + entry.line->what + "##open", {.small = true})) open_line(context, entry);
        right = max.x - size - ui.px(8);
        if (!entry.line->who.empty()) {
            draw_avatar(ui, list, {left + ui.px(16), middle}, entry.line->who, 32);
            left += ui.px(44);
        }
    } else if (!context.read_only) {
        const ButtonOptions options{.small = true};
        const auto label = short_label(words.label);
        const float wide = text_size(ui, TextStyle::label, label).x;
        ImGui::SetCursorScreenPos({right - wide, middle - button_height(ui, ButtonKind::link, options) / 2});
        main = button(ui, ButtonKind::link, label + "##main", options);
        right -= wide + ui.px(12);
        if (!entry.put_off_until) {
            if (draw_circle(context, view, {start.x + ui.px(26), middle}, 52)) do_done(context, entry);
            left = start.x + ui.px(56);
        }
    }
    draw_words(context, view, {left, start.y}, right);
    if (view.chosen && !context.read_only) {
        const float y = start.y + ui.px(row);
        const float square = ui.theme.control_height();
        const float small = entry.put_off_until ? 0 : 2 * (square + ui.px(8));
        ImGui::SetCursorScreenPos({start.x + pad, y});
        main = button(ui, ButtonKind::filled, words.label + "##main", {.icon = words.icon, .width = width - 2 * pad - small}) || main;
        if (small > 0) {
            ImGui::SetCursorScreenPos({max.x - pad - 2 * square - ui.px(8), y});
            if (icon_button(ui, icon::check, done_words(entry) + ": " + entry.line->what + "##done")) do_done(context, entry);
            ImGui::SetCursorScreenPos({max.x - pad - square, y});
            if (icon_button(ui, icon::alarm_clock, "Snooze: " + entry.line->what + "##snooze")) begin_snooze(context, entry);
        }
    }
    ImGui::SetCursorScreenPos({start.x, max.y});
    ImGui::Dummy({0, 0});
    if (main || by_key) return LineAnswer::main;
    return press.pressed || (focused && !view.chosen) ? LineAnswer::chosen : LineAnswer::none;
}

}
