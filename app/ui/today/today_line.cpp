// A line where there is room: circle, person, what and why, gain, day, the main thing, snooze, open.
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
#include <cmath>

namespace middleground {

namespace {

constexpr float wide_height = 48;
constexpr float touch_height = 56;

// Two lines in one box, the second muted; the deal's name in it stands out.
void draw_words(const Context& context, const AgendaEntry& entry, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float first = ui.theme.line_height(TextStyle::strong);
    const float second = ui.theme.line_height(TextStyle::caption);
    const float top = std::floor((min.y + max.y - first - second) / 2);
    draw_text_in(ui, list, TextStyle::strong, {min.x, top}, {max.x, top + first}, ui.color().text, entry.line->what);
    const auto name = deal_name(*entry.deal);
    const auto shown = fitted(ui, TextStyle::caption, name, max.x - min.x);
    draw_text_in(ui, list, TextStyle::caption, {min.x, top + first}, {max.x, top + first + second}, ui.color().text, shown);
    const float after = min.x + text_size(ui, TextStyle::caption, shown).x;
    if (entry.line->why.empty() || after + ui.px(24) > max.x) return;
    draw_text_in(ui, list, TextStyle::caption, {after, top + first}, {max.x, top + first + second}, ui.color().text_muted, ", " + entry.line->why);
}

void draw_day(const Context& context, const AgendaEntry& entry, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto& line = *entry.line;
    const float first = ui.theme.line_height(TextStyle::body);
    const float second = ui.theme.line_height(TextStyle::caption);
    const float top = std::floor((min.y + max.y - first - second) / 2);
    if (entry.put_off_until) {
        draw_text_in(ui, list, TextStyle::body, {min.x, top}, {max.x, top + first}, ui.color().text, short_date(*entry.put_off_until, context.today));
        draw_text_in(ui, list, TextStyle::caption, {min.x, top + first}, {max.x, top + first + second}, ui.color().text_muted, "comes back");
        return;
    }
    if (!line.day) return;
    const auto color = haste_color(context, line);
    float x = min.x;
    if (const auto* icon = haste_icon(context, line)) {
        draw_icon(ui, list, icon, {x + ui.px(7), top + first / 2}, ui.px(14), color);
        x += ui.px(20);
    }
    draw_text_in(ui, list, TextStyle::body, {x, top}, {max.x, top + first}, color, agenda_day(line, context.today));
    draw_text_in(ui, list, TextStyle::caption, {min.x, top + first}, {max.x, top + first + second},
                 haste_of(line, context.today) == AgendaHaste::late ? color : ui.color().text_muted, agenda_day_words(line, context.today));
}

// Snooze and open, from the right; where the rest of the line ends.
float draw_small_buttons(const Context& context, const LineView& view, float right, float middle) {
    const auto& ui = context.ui;
    const float size = ui.theme.control_small_height();
    float left = right - size;
    ImGui::SetCursorScreenPos({left, middle - size / 2});
    const auto& what = view.entry.line->what;
    if (icon_button(ui, icon::chevron_right, "Open the deal: " + what + "##open", {.tooltip = "Open the deal (O)", .small = true})) {
        open_line(context, view.entry);
    }
    if (context.read_only || view.entry.put_off_until) return left;
    left -= size + ui.px(2);
    ImGui::SetCursorScreenPos({left, middle - size / 2});
    if (icon_button(ui, icon::alarm_clock, "Snooze: " + what + "##snooze", {.tooltip = "Snooze (S)", .small = true})) begin_snooze(context, view.entry);
    return left;
}

// The only filled button is that of the chosen line.
bool draw_main(const Context& context, const LineView& view, float left, float right, float middle) {
    const auto& ui = context.ui;
    if (context.read_only) return false;
    const auto words = view.entry.put_off_until ? LineWords{"Take up again", icon::undo_2} : main_words(view.entry);
    const auto label = words.label + "##main";
    const auto kind = view.chosen ? ButtonKind::filled : ButtonKind::link;
    const ButtonOptions options{.small = true};
    const float wide = kind == ButtonKind::link ? text_size(ui, TextStyle::label, words.label).x : button_width(ui, label, options);
    ImGui::SetCursorScreenPos({std::max(left, right - wide), middle - button_height(ui, kind, options) / 2});
    return button(ui, kind, label, options);
}

}

float line_height(const Context& context, const LineView& line) {
    const auto& ui = context.ui;
    if (context.phone) return std::round(ui.px(64) + (line.chosen && !context.read_only ? ui.theme.control_height() + ui.px(14) : 0));
    return std::round(ui.px(ui.theme.touch ? touch_height : wide_height));
}

Press press_line(const Context& context, const LineView& view, ImVec2 size) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    if (view.takes_focus) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(true);
    }
    const auto press = press_area(ImGui::GetID("line"), size, Enabled::yes, Overlap::allowed);
    const ImVec2 max{start.x + size.x, start.y + size.y};
    if (view.chosen || press.hovered) list->AddRectFilled(start, max, view.chosen ? ui.color().accent_soft : ui.color().hover);
    draw_line_across(ui, list, start.x, max.x, start.y, ui.color().line);
    if (is_keyboard_focused()) draw_focus_ring(ui, {start.x + ui.px(1), start.y + ui.px(1)}, {max.x - ui.px(1), max.y}, ui.px(6), Ring::inset);
    ui.note(ItemRole::row, view.entry.line->what, view.chosen ? "selected, " + spoken_line(context, view.entry) : spoken_line(context, view.entry));
    return press;
}

LineAnswer draw_line_wide(const Context& context, const LineView& view, float width) {
    const auto& ui = context.ui;
    const auto& line = *view.entry.line;
    auto* list = ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    const float height = line_height(context, view);
    const auto press = press_line(context, view, {width, height});
    const ImVec2 max{start.x + width, start.y + height};
    const bool focused = ImGui::IsItemFocused();
    const bool by_key = press.pressed && is_enter_pressed();

    const float middle = (start.y + max.y) / 2;
    float right = draw_small_buttons(context, view, max.x - ui.px(12), middle) - ui.px(8);
    const float action = context.read_only ? 0 : ui.px(112);
    const bool main = draw_main(context, view, right - action, right, middle);
    right -= action + ui.px(12);
    const float day = ui.px(104);
    draw_day(context, view.entry, {right - day, start.y}, {right, max.y});
    right -= day + ui.px(12);
    float left = start.x + ui.px(16);
    if (!context.read_only && !view.entry.put_off_until) {
        if (draw_circle(context, view, {start.x + ui.px(24), middle}, 28)) do_done(context, view.entry);
        left = start.x + ui.px(48);
    }
    if (width > ui.px(560)) {
        if (!line.who.empty()) {
            draw_avatar(ui, list, {left + ui.px(12), middle}, line.who);
        } else {
            draw_icon(ui, list, icon::users_round, {left + ui.px(12), middle}, ui.px(16), ui.color().text_muted);
        }
        left += ui.px(36);
    }
    if (const auto gain = gain_words(context, view.entry); !gain.empty()) {
        const auto size = tag_size(ui, gain, icon::trending_up);
        if (right - size.x - ui.px(12) - left > ui.px(200)) {
            right -= size.x;
            draw_tag(ui, list, {right, middle - size.y / 2}, gain, Tone::middle, icon::trending_up);
            right -= ui.px(12);
        }
    }
    draw_words(context, view.entry, {left, start.y}, {right, max.y});
    ImGui::SetCursorScreenPos({start.x, max.y});
    ImGui::Dummy({0, 0});
    if (main || by_key) return LineAnswer::main;
    return press.pressed || (focused && !view.chosen && is_keyboard_focused()) ? LineAnswer::chosen : LineAnswer::none;
}

}
