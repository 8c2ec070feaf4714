// What happened in the week, by kind, and which close dates slipped.
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
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace middleground {

namespace {

constexpr std::size_t shown_of_group = 5;

struct Mark {
    const char* icon = nullptr;
    ImU32 color = 0;
};

Mark mark_of(const Ui& ui, WeekKind kind) {
    switch (kind) {
    case WeekKind::won:
    case WeekKind::kept:
        return {icon::circle_check, ui.color().middle};
    case WeekKind::lost:
    case WeekKind::declined:
        return {icon::circle_x, ui.color().bad};
    case WeekKind::broken:
    case WeekKind::promise_broken:
        return {icon::unlink, ui.color().push};
    case WeekKind::agreed:
        return {icon::handshake, ui.color().text_muted};
    case WeekKind::asked:
        return {icon::circle_arrow_right, ui.color().text_muted};
    case WeekKind::promise_kept:
        return {icon::handshake, ui.color().middle};
    case WeekKind::promise_late:
        break;
    }
    return {icon::triangle_alert, ui.color().bad};
}

std::string_view spoken_kind(WeekKind kind) {
    switch (kind) {
    case WeekKind::won:
        return "won";
    case WeekKind::lost:
        return "lost";
    case WeekKind::kept:
        return "kept";
    case WeekKind::broken:
        return "broken";
    case WeekKind::declined:
        return "declined";
    case WeekKind::agreed:
        return "agreed";
    case WeekKind::asked:
        return "asked";
    case WeekKind::promise_kept:
        return "you kept it";
    case WeekKind::promise_broken:
        return "you broke it";
    case WeekKind::promise_late:
        break;
    }
    return "late";
}

Screen screen_of(const WeekEvent& event) {
    if (std::holds_alternative<CommitmentId>(event.about)) return Screen::commitments;
    return std::holds_alternative<PromiseId>(event.about) ? Screen::people : Screen::deal;
}

void open_event(const Context& context, const WeekEvent& event) {
    if (!std::holds_alternative<Function>(event.about)) context.view.errand = Errand{.kind = Errand::Kind::show, .deal = event.deal->id, .about = event.about};
    context.act(action::OpenDeal{event.deal->id, screen_of(event)});
}

// The area of a row that is pressed, with its line above.
struct Row {
    ImVec2 min;
    ImVec2 max;
    bool pressed = false;
};
Row begin_row(const Context& context, int number, float width, float height, std::string_view label, std::string_view value) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    ImGui::PushID(number);
    const auto press = press_area(ImGui::GetID("row"), {width, std::round(ui.px(ui.theme.touch ? std::max(height, 56.0f) : height))});
    ImGui::PopID();
    if (press.hovered) list->AddRectFilled(press.min, press.max, ui.color().hover);
    draw_line_across(ui, list, press.min.x, press.max.x, press.min.y, ui.color().line);
    if (press.visible && is_keyboard_focused()) {
        draw_focus_ring(ui, {press.min.x + ui.px(1), press.min.y + ui.px(1)}, {press.max.x - ui.px(1), press.max.y}, ui.px(6), Ring::inset);
    }
    ui.note(ItemRole::row, label, value);
    return {press.min, press.max, press.pressed};
}

void draw_event(const Context& context, const Week& week, const WeekEvent& event, int number, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto day = event_day(event, week, context.today);
    const auto words = event_words(event);
    const auto below = event_deal_words(event);
    const auto row = begin_row(context, number, width, 48, words, std::string(spoken_kind(event.kind)) + ", " + below + ", " + day);
    const auto mark = mark_of(ui, event.kind);
    const float middle = (row.min.y + row.max.y) / 2;
    draw_icon(ui, list, mark.icon, {row.min.x + ui.px(28), middle}, ui.px(16), mark.color);
    const float right = row.max.x - ui.px(20);
    const float wide = text_size(ui, TextStyle::body, day).x;
    draw_text_in(ui, list, TextStyle::body, {right - wide, row.min.y}, {right + 1, row.max.y},
                 event.kind == WeekKind::promise_late ? ui.color().bad : ui.color().text_muted, day);
    const float first = ui.theme.line_height(TextStyle::strong);
    const float second = ui.theme.line_height(TextStyle::caption);
    const float top = std::floor(middle - (first + second) / 2);
    const float left = row.min.x + ui.px(48);
    draw_text_in(ui, list, TextStyle::strong, {left, top}, {right - wide - ui.px(12), top + first}, ui.color().text, words);
    draw_text_in(ui, list, TextStyle::caption, {left, top + first}, {right - wide - ui.px(12), top + first + second}, ui.color().text_muted, below);
    if (row.pressed) open_event(context, event);
}

void draw_slip(const Context& context, const WeekSlip& slip, int number, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto name = deal_name(*slip.deal);
    const auto before = short_date(slip.before, context.today);
    const auto now = short_date(slip.now, context.today);
    const auto by = slip_words(slip);
    const auto row = begin_row(context, number, width, 44, name, before + ", now " + now + ", " + by);
    const float middle = (row.min.y + row.max.y) / 2;
    draw_icon(ui, list, icon::calendar, {row.min.x + ui.px(28), middle}, ui.px(16), ui.color().warn);
    float right = row.max.x - ui.px(20);
    draw_text_in(ui, list, TextStyle::body, {right - ui.px(64), row.min.y}, {right, row.max.y}, ui.color().warn, by, Align::right);
    right -= ui.px(72);
    const float now_wide = text_size(ui, TextStyle::strong, now).x;
    draw_text_in(ui, list, TextStyle::strong, {right - now_wide - 1, row.min.y}, {right, row.max.y}, ui.color().text, now, Align::right);
    right -= now_wide + ui.px(14);
    draw_icon(ui, list, icon::arrow_right, {right - ui.px(4), middle}, ui.px(12), ui.color().text_muted);
    right -= ui.px(18);
    const float before_wide = text_size(ui, TextStyle::body, before).x;
    draw_text_in(ui, list, TextStyle::body, {right - before_wide - 1, row.min.y}, {right, row.max.y}, ui.color().text_muted, before, Align::right);
    draw_text_in(ui, list, TextStyle::strong, {row.min.x + ui.px(48), row.min.y}, {right - before_wide - ui.px(12), row.max.y}, ui.color().text, name);
    if (row.pressed) context.act(action::OpenDeal{slip.deal->id, Screen::forecast});
}

int deals_in(const Week& week) {
    std::set<const Deal*> deals;
    for (const auto& event : week.events) {
        deals.insert(event.deal);
    }
    for (const auto& slip : week.slips) {
        deals.insert(slip.deal);
    }
    return static_cast<int>(deals.size());
}

}

void draw_week_moved(const Context& context, const Week& week, float width, float height) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const Card card(ui, "week moved", {.width = width, .height = height, .flush = true});
    const auto start = ImGui::GetCursorScreenPos();
    const ImVec2 max{start.x + width, start.y + ui.px(48)};
    draw_text_in(ui, list, TextStyle::strong, {start.x + ui.px(20), start.y}, max, ui.color().text, "What moved");
    ui.note_rect(ItemRole::heading, "What moved", start, max);
    ui.note_level(2);
    const int deals = deals_in(week);
    if (deals > 0) {
        draw_text_in(ui, list, TextStyle::caption, start, {max.x - ui.px(20), max.y}, ui.color().text_muted, "in " + counted(deals, "deal", "deals"), Align::right);
    }
    ImGui::Dummy({width, ui.px(48)});
    int number = 0;
    for (const auto& group : week_groups(week)) {
        const auto heading = std::string(group.heading);
        auto& whole = context.view.week.whole;
        const bool all = whole.contains(heading) || group.events.size() <= shown_of_group + 1;
        draw_group_head(context, group.heading, std::to_string(group.events.size()), width);
        const auto shown = all ? group.events.size() : shown_of_group;
        for (std::size_t i = 0; i < shown; ++i) {
            draw_event(context, week, *group.events[i], number++, width);
        }
        if (all) continue;
        const auto label = std::to_string(group.events.size() - shown) + " more##" + heading;
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(48));
        if (button(ui, ButtonKind::link, label, {.small = true})) whole.insert(heading);
        gap(ui, 4);
    }
    if (!week.slips.empty()) {
        draw_group_head(context, "Close dates that slipped", std::to_string(week.slips.size()), width);
        for (const auto& slip : week.slips) {
            draw_slip(context, slip, number++, width);
        }
    }
    if (week.events.empty() && week.slips.empty()) {
        const auto at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + ui.px(20), at.y});
        text_wrapped_muted(ui, TextStyle::body, "Nothing was asked, kept or promised in these seven days.", width - ui.px(40));
        gap(ui, 20);
    }
}

}
