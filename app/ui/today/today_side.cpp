// Beside the list: the week at a glance, what moved since, the backup.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/card_parts.hpp"
#include "app/ui/today/today_list.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/moved_deals.hpp"
#include "app/viewmodel/settings_data.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t most_marks = 4; // on a day
constexpr std::size_t most_moved = 6;
constexpr std::size_t most_slipped = 3;
constexpr int week = 7;

// On one line a day, without a heading: where the strip lies above the list.
bool is_compact(const Context& context, float width) {
    return context.phone || width > context.ui.px(420);
}

// A mark says whose it is by its shape, not by its colour alone.
void draw_mark(const Ui& ui, ImDrawList* list, ImVec2 center, AgendaDateKind kind, bool over) {
    const float size = ui.px(3.5f);
    const auto& color = ui.color();
    switch (kind) {
    case AgendaDateKind::meeting:
        list->AddCircleFilled(center, size, over ? color.line_control : color.accent);
        break;
    case AgendaDateKind::theirs:
        list->AddCircle(center, size, over ? color.line_control : color.passive, 0, ui.px(1.5f));
        break;
    case AgendaDateKind::ours:
        list->AddRectFilled({center.x - size, center.y - size}, {center.x + size, center.y + size}, over ? color.line_control : color.text, ui.px(1));
        break;
    }
}

std::string spoken_day(const std::vector<AgendaDate>& dates) {
    std::array<int, 3> counts{};
    for (const auto& one : dates) {
        ++counts[static_cast<std::size_t>(one.kind)];
    }
    std::vector<std::string> words;
    const auto say = [&](AgendaDateKind kind, std::string_view one, std::string_view many) {
        if (const int count = counts[static_cast<std::size_t>(kind)]; count > 0) words.push_back(counted(count, one, many));
    };
    say(AgendaDateKind::meeting, "meeting", "meetings");
    say(AgendaDateKind::theirs, "thing of theirs due", "things of theirs due");
    say(AgendaDateKind::ours, "promise of yours due", "promises of yours due");
    return words.empty() ? "nothing due" : joined(words);
}

void draw_days(const Context& context, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    const float column = width / 5;
    const bool compact = is_compact(context, width);
    const float height = ui.px(compact ? 56.0f : 76.0f);
    const auto monday = first_day_of_strip(context.today);
    for (int i = 0; i < 5; ++i) {
        const auto day = monday + i;
        const bool here = day == context.today;
        const bool over = day < context.today;
        const ImVec2 min{start.x + column * static_cast<float>(i), start.y};
        const ImVec2 max{min.x + column, min.y + height};
        if (here) list->AddRectFilled({min.x + ui.px(1), min.y}, {max.x - ui.px(1), max.y}, ui.color().accent_soft, ui.px(6));
        const auto color = here ? ui.color().accent : over ? ui.color().text_muted : ui.color().text;
        const auto name = std::string(weekday_name(day));
        const auto number = std::to_string(day.day());
        float marks = 0;
        if (compact) {
            const float wide = text_size(ui, TextStyle::caption, name).x + ui.px(5) + text_size(ui, TextStyle::strong, number).x;
            const float left = (min.x + max.x - wide) / 2;
            draw_text_in(ui, list, TextStyle::caption, {left, min.y + ui.px(6)}, {max.x, min.y + ui.px(30)}, ui.color().text_muted, name);
            draw_text_in(ui, list, TextStyle::strong, {left + text_size(ui, TextStyle::caption, name).x + ui.px(5), min.y + ui.px(6)},
                         {max.x, min.y + ui.px(30)}, color, number);
            marks = min.y + ui.px(42);
        } else {
            draw_text_in(ui, list, TextStyle::caption, {min.x, min.y + ui.px(6)}, {max.x, min.y + ui.px(24)}, here ? color : ui.color().text_muted,
                         name, Align::center);
            draw_text_in(ui, list, TextStyle::heading, {min.x, min.y + ui.px(24)}, {max.x, min.y + ui.px(48)}, color, number, Align::center);
            marks = min.y + ui.px(60);
        }
        const auto& dates = context.caches.agenda.dates(day);
        const auto shown = std::min(most_marks, dates.size());
        for (std::size_t at = 0; at < shown; ++at) {
            const float x = (min.x + max.x) / 2 + ui.px(11) * (static_cast<float>(at) - static_cast<float>(shown - 1) / 2);
            draw_mark(ui, list, {x, marks}, dates[at].kind, over || dates[at].done);
        }
        ui.note_rect(ItemRole::text, name + ' ' + short_date(day, context.today), min, max, spoken_day(dates));
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({width, height});
}

void draw_legend(const Context& context) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto at = ImGui::GetCursorScreenPos();
    float x = at.x;
    const float high = ui.px(20);
    const auto put = [&](AgendaDateKind kind, std::string_view words) {
        draw_mark(ui, list, {x + ui.px(4), at.y + high / 2}, kind, false);
        x += ui.px(13);
        draw_text_in(ui, list, TextStyle::caption, {x, at.y}, {x + ui.px(120), at.y + high}, ui.color().text_muted, words);
        x += text_size(ui, TextStyle::caption, words).x + ui.px(12);
    };
    put(AgendaDateKind::meeting, "meeting");
    put(AgendaDateKind::theirs, "theirs due");
    put(AgendaDateKind::ours, "yours due");
    ImGui::Dummy({x - at.x, high});
}

// One deal whose chance or date is another one than a week ago; it opens its forecast.
bool draw_moved_row(const Context& context, const Deal& deal, const char* icon, ImU32 color, const std::string& before, const std::string& now,
                    const std::string& change, const std::string& why, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto at = ImGui::GetCursorScreenPos();
    const float line = ui.px(27);
    const float below = why.empty() ? 0 : wrapped_height(ui, TextStyle::caption, why, width - ui.px(22)) + ui.px(6);
    const float high = std::max(ui.px(ui.theme.touch ? 44.0f : 27.0f), line + below);
    const auto name = deal_name(deal);
    ImGui::PushID(deal.id.text.c_str());
    const bool pressed = ImGui::InvisibleButton("moved", {width, high}, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    ui.note(ItemRole::link, name, before + ", now " + now + (why.empty() ? "" : ". " + why));
    const ImVec2 end{at.x + width, at.y + high};
    if (ImGui::IsItemHovered()) list->AddRectFilled({at.x - ui.px(8), at.y}, {end.x + ui.px(8), end.y}, ui.color().hover, ui.px(6));
    if (is_keyboard_focused()) draw_focus_ring(ui, {at.x - ui.px(8), at.y}, {end.x + ui.px(8), end.y}, ui.px(6), Ring::inset);
    // The numbers stand in the first line, or in the middle where it is the only one.
    const ImVec2 max{end.x, why.empty() ? end.y : at.y + line};
    const float middle = (at.y + max.y) / 2;
    draw_icon(ui, list, icon, {at.x + ui.px(8), middle}, ui.px(14), color);
    float right = max.x;
    if (!change.empty()) {
        draw_text_in(ui, list, TextStyle::body, {right - ui.px(40), at.y}, max, color, change, Align::right);
        right -= ui.px(44);
    }
    const float now_wide = text_size(ui, TextStyle::strong, now).x;
    draw_text_in(ui, list, TextStyle::strong, {right - now_wide, at.y}, {right, max.y}, ui.color().text, now, Align::right);
    right -= std::max(now_wide, change.empty() ? 0.0f : ui.px(18)) + ui.px(6);
    draw_icon(ui, list, icon::arrow_right, {right - ui.px(7), middle}, ui.px(12), ui.color().text_muted);
    right -= ui.px(20);
    const float before_wide = text_size(ui, TextStyle::body, before).x;
    draw_text_in(ui, list, TextStyle::body, {right - before_wide, at.y}, {right, max.y}, ui.color().text_muted, before, Align::right);
    right -= before_wide + ui.px(8);
    draw_text_in(ui, list, TextStyle::body, {at.x + ui.px(22), at.y}, {right, max.y}, ui.color().text, name);
    if (!why.empty()) draw_text_wrapped(ui, list, TextStyle::caption, {at.x + ui.px(22), at.y + line}, ui.color().text_muted, why, width - ui.px(22));
    return pressed;
}

void draw_moved_card(const Context& context, float width) {
    const auto record = context.caches.own_record.in_force(context.document.settings);
    const auto moved = moved_deals(context.document, record, context.today, week);
    if (moved.chances.empty() && moved.dates.empty()) return;
    const auto& ui = context.ui;
    gap(ui, 16);
    Card card(ui, "today moved", {.width = width, .padding = 16});
    const float inner = card.inner_width();
    const auto at = ImGui::GetCursorScreenPos();
    text(ui, TextStyle::strong, "Since " + std::string(weekday_name(context.today)) + ' ' + short_date(context.today - week, context.today));
    ui.note_level(2);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {at.x, at.y}, {at.x + inner, at.y + ui.theme.line_height(TextStyle::strong)},
                 ui.color().text_muted, "chance, %", Align::right);
    gap(ui, 6);
    for (std::size_t i = 0; i < std::min(most_moved, moved.chances.size()); ++i) {
        const auto& one = moved.chances[i];
        const bool up = one.points() > 0;
        const auto* why = context.caches.forecasts.why(one.deal->id, one.change);
        if (draw_moved_row(context, *one.deal, up ? icon::trending_up : icon::trending_down, up ? ui.color().middle : ui.color().bad, of_100_words(one.before),
                           of_100_words(one.now), signed_points(one.points()), moved_why_words(one.change, why, context.today, week), inner)) {
            context.act(action::OpenDeal{one.deal->id, Screen::forecast});
        }
    }
    if (moved.dates.empty()) return;
    if (!moved.chances.empty()) {
        gap(ui, 6);
        separator(ui);
        gap(ui, 8);
    }
    text_muted(ui, TextStyle::caption, slipped_words(moved));
    ImGui::PushID("dates");
    for (std::size_t i = 0; i < std::min(most_slipped, moved.dates.size()); ++i) {
        const auto& one = moved.dates[i];
        if (draw_moved_row(context, *one.deal, icon::calendar, ui.color().warn, short_date(one.before, context.today), short_date(one.now, context.today), {}, {},
                           inner)) {
            context.act(action::OpenDeal{one.deal->id, Screen::forecast});
        }
    }
    ImGui::PopID();
}

void draw_backup_card(const Context& context, float width) {
    const auto reminder = backup_reminder(context.document, context.today);
    if (reminder.urgency == BackupReminder::Urgency::none || reminder.urgency == BackupReminder::Urgency::loud) return; // that one is a band
    const auto& ui = context.ui;
    gap(ui, 16);
    Card card(ui, "today backup", {.width = width, .padding = 16});
    icon_text_wrapped(ui, TextStyle::body, icon::hard_drive, reminder.urgency == BackupReminder::Urgency::plain ? ui.color().warn : ui.color().text_muted,
                      reminder.words, card.inner_width());
    gap(ui, 6);
    if (button(ui, ButtonKind::link, "Back up all", {.small = true})) context.act(action::BackUpAll{});
}

}

void draw_week_strip(const Context& context, float width) {
    const auto& ui = context.ui;
    const bool compact = is_compact(context, width);
    Card card(ui, "today week", {.width = width, .padding = compact ? 10.0f : 16.0f});
    if (!compact) {
        const std::string_view title = first_day_of_strip(context.today) > context.today ? "Next week" : "This week";
        if (card_title(ui, card.inner_width(), icon::calendar, title, "Week")) context.act(action::GoTo{Screen::week});
        gap(ui, 4);
    }
    draw_days(context, card.inner_width());
    if (compact) return;
    gap(ui, 6);
    draw_legend(context);
}

void draw_side_cards(const Context& context, const Agenda& agenda, float width) {
    const auto& ui = context.ui;
    draw_moved_card(context, width);
    draw_backup_card(context, width);
    const auto count = static_cast<int>(agenda.put_off.size());
    if (count == 0) return;
    gap(ui, 12);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(16));
    icon_text(ui, TextStyle::caption, icon::alarm_clock, ui.color().text_muted, std::to_string(count) + " snoozed");
    same_line(ui, 12);
    auto& open = context.view.today.put_off_open;
    if (button(ui, ButtonKind::link, open ? "Hide##snoozed" : "Show##snoozed", {.small = true})) open = !open;
}

}
