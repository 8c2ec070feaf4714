// What is due until the end of the next week, day by day.
#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/week/week_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/week_words.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

struct Kind {
    const char* icon = nullptr;
    ImU32 color = 0;
};

Kind mark_of(const Ui& ui, AgendaDateKind kind) {
    switch (kind) {
    case AgendaDateKind::theirs:
        return {icon::handshake, ui.color().passive};
    case AgendaDateKind::ours:
        return {icon::flag, ui.color().text};
    case AgendaDateKind::meeting:
        break;
    }
    return {icon::users, ui.color().accent};
}

Screen screen_of(const AgendaDate& date) {
    switch (date.kind) {
    case AgendaDateKind::theirs:
        return Screen::commitments;
    case AgendaDateKind::ours:
        return Screen::people;
    case AgendaDateKind::meeting:
        break;
    }
    return Screen::log;
}

float due_height(const Ui& ui) {
    return std::round(ui.px(ui.theme.touch ? 56.0f : 48.0f));
}

void draw_due(const Context& context, const WeekDue& due, int number, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    ImGui::PushID(number);
    const auto press = press_area(ImGui::GetID("due"), {width, due_height(ui)});
    ImGui::PopID();
    if (press.hovered) list->AddRectFilled(press.min, press.max, ui.color().hover);
    draw_line_across(ui, list, press.min.x, press.max.x, press.min.y, ui.color().line);
    if (press.visible && is_keyboard_focused()) {
        draw_focus_ring(ui, {press.min.x + ui.px(1), press.min.y + ui.px(1)}, {press.max.x - ui.px(1), press.max.y}, ui.px(6), Ring::inset);
    }
    ui.note(ItemRole::row, due.date.what, due_words(due) + (due.who.empty() ? "" : ", " + due.who));
    const float middle = (press.min.y + press.max.y) / 2;
    float left = press.min.x + ui.px(20);
    if (!due.who.empty()) draw_avatar(ui, list, {left + ui.px(12), middle}, due.who);
    left += ui.px(36);
    const auto mark = mark_of(ui, due.date.kind);
    const float right = press.max.x - ui.px(20);
    draw_icon(ui, list, mark.icon, {right - ui.px(8), middle}, ui.px(16), mark.color);
    const float first = ui.theme.line_height(TextStyle::strong);
    const float second = ui.theme.line_height(TextStyle::caption);
    const float top = std::floor(middle - (first + second) / 2);
    draw_text_in(ui, list, TextStyle::strong, {left, top}, {right - ui.px(24), top + first}, ui.color().text, due.date.what);
    draw_text_in(ui, list, TextStyle::caption, {left, top + first}, {right - ui.px(24), top + first + second}, ui.color().text_muted, due_words(due));
    if (!press.pressed) return;
    context.view.errand = Errand{.kind = Errand::Kind::show, .deal = due.deal->id, .about = due.date.about};
    context.act(action::OpenDeal{due.deal->id, screen_of(due.date)});
}

void draw_nothing(const Context& context, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto at = ImGui::GetCursorScreenPos();
    const ImVec2 max{at.x + width, at.y + ui.px(36)};
    draw_line_across(ui, list, at.x, max.x, at.y, ui.color().line);
    draw_text_in(ui, list, TextStyle::body, {at.x + ui.px(20), at.y}, max, ui.color().text_muted, "Nothing due");
    ui.note_rect(ItemRole::text, "Nothing due", at, max);
    ImGui::Dummy({width, ui.px(36)});
}

}

void draw_week_due(const Context& context, const Week& week, float width, float height) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const Card card(ui, "week due", {.width = width, .height = height, .flush = true});
    const auto start = ImGui::GetCursorScreenPos();
    const ImVec2 max{start.x + width, start.y + ui.px(48)};
    const std::string title = context.view.week.back == 0 ? "Due next" : "Due after that";
    draw_text_in(ui, list, TextStyle::strong, {start.x + ui.px(20), start.y}, max, ui.color().text, title);
    ui.note_rect(ItemRole::heading, title, start, max);
    ui.note_level(2);
    const auto days = due_dates(week, context.today);
    if (text_size(ui, TextStyle::strong, title).x + text_size(ui, TextStyle::caption, days).x + ui.px(52) < width) {
        draw_text_in(ui, list, TextStyle::caption, start, {max.x - ui.px(20), max.y}, ui.color().text_muted, days, Align::right);
    }
    ImGui::Dummy({width, ui.px(48)});
    int number = 0;
    for (auto day = week.due_from; day <= week.due_to; day = day + 1) {
        const bool any = std::ranges::any_of(week.due, [&](const WeekDue& due) { return due.date.on == day; });
        if (day.weekday() >= 5 && !any) continue; // nobody expects something on a weekend
        draw_group_head(context, weekday_name(day), short_date(day, context.today), width);
        if (!any) draw_nothing(context, width);
        std::vector<const WeekDue*> rows;
        for (const auto& due : week.due) {
            if (due.date.on == day) rows.push_back(&due);
        }
        // Of thousands only those in sight.
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), due_height(ui));
        include_rows(ui, clipper, static_cast<int>(rows.size()));
        while (clipper.Step()) {
            for (int place = clipper.DisplayStart; place < clipper.DisplayEnd; ++place) {
                draw_due(context, *rows[static_cast<std::size_t>(place)], number + place, width);
            }
        }
        number += static_cast<int>(rows.size());
    }
}

}
