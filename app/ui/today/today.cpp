#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/today/today_list.hpp"
#include "app/ui/today/today_moves.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/report/agenda_page.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // whose the arrow keys are

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

constexpr float side_width = 304;
constexpr float beside_from = 960; // design pixels of the page from which the cards stand beside the list

// A conversation was logged from here: its deal is not open any longer.
void leave_deal(const Context& context) {
    if (context.deal && !context.read_only && !context.view.log.open && !context.view.errand) context.act(action::GoTo{Screen::today});
}

bool is_covered(const Context& context) {
    const auto& view = context.view;
    return view.log.open || view.today.snooze || view.today.calendar_open || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

// Up and down go from line to line, not to whatever lies there.
void take_arrows(const Context& context) {
    if (is_covered(context) || ImGui::GetIO().WantTextInput) return;
    const auto owner = ImGui::GetID("arrows");
    const auto take = [&](ImGuiKey key, TodayWish wish) {
        if (ImGui::IsKeyPressed(key)) context.view.today.wish = wish;
        ImGui::SetKeyOwner(key, owner);
    };
    take(ImGuiKey_DownArrow, TodayWish::next);
    take(ImGuiKey_UpArrow, TodayWish::previous);
    // With the focus somewhere, Enter is for what has it.
    const bool focused = ImGui::IsAnyItemFocused() && GImGui->NavCursorVisible;
    if (!focused && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) context.view.today.wish = TodayWish::main;
}

void draw_calendar_dialog(const Context& context) {
    auto& open = context.view.today.calendar_open;
    if (!open) return;
    const auto& ui = context.ui;
    if (Dialog dialog(ui, "My calendar", open, 440); dialog) {
        text_wrapped_muted(ui, TextStyle::body,
                           "A file for Google, Apple or Outlook with every open step, promise and meeting that has a day. Open a newer one later: it "
                           "updates what the earlier one brought.");
        gap(ui, 12);
        const auto offer = [&](std::string_view label, CalendarAlarm alarm, const char* icon) {
            if (button(ui, alarm == CalendarAlarm::that_morning ? ButtonKind::filled : ButtonKind::outlined, label, {.icon = icon, .width = -1})) {
                context.act(action::SaveCalendar{alarm});
                open = false;
            }
            gap(ui, 8);
        };
        offer("With an alarm at 8 that morning", CalendarAlarm::that_morning, icon::alarm_clock);
        offer("With an alarm at 16 the day before", CalendarAlarm::day_before, icon::alarm_clock);
        offer("Without alarms", CalendarAlarm::none, icon::calendar);
    }
}

void draw_buttons(const Context& context, const Agenda& agenda) {
    const auto& ui = context.ui;
    const auto small = [&](const char* icon, std::string_view label) {
        return context.phone ? icon_button(ui, icon, label) : button(ui, ButtonKind::outlined, label, {.icon = icon});
    };
    if (small(icon::copy, "Copy as text")) context.act(action::CopyText{agenda_text(agenda, context.today), "Copied the list"});
    same_line(ui, 8);
    if (small(icon::printer, "Print")) context.act(action::PrintPage{"Today", paper_html(agenda_paper(agenda, context.today))});
    same_line(ui, 8);
    if (small(icon::calendar, "My calendar")) context.view.today.calendar_open = true;
}

float buttons_width(const Context& context) {
    const auto& ui = context.ui;
    return button_width(ui, "Copy as text", {.icon = icon::copy}) + button_width(ui, "Print", {.icon = icon::printer}) +
           button_width(ui, "My calendar", {.icon = icon::calendar}) + ui.px(16);
}

struct Hint {
    std::string_view keys;
    std::string_view words;
};
constexpr std::array hints{Hint{"\u2191 \u2193", "move"}, Hint{"Enter", "do it"}, Hint{"E", "done"}, Hint{"S", "snooze"}, Hint{"O", "open deal"}};

// Which keys there are, at the right of the line below the title, as far as there is room.
void draw_hints(const Context& context, float left, float right, float middle) {
    const auto& ui = context.ui;
    float wide = 0;
    for (const auto& hint : hints) {
        wide += key_width(ui, hint.keys) + ui.px(6) + text_size(ui, TextStyle::caption, hint.words).x + ui.px(16);
    }
    if (left + wide > right || ui.theme.touch) return;
    auto* list = ImGui::GetWindowDrawList();
    float x = right - wide + ui.px(16);
    for (const auto& hint : hints) {
        const float key = key_width(ui, hint.keys);
        draw_key(ui, list, x + key, middle, hint.keys);
        x += key + ui.px(6);
        draw_text_in(ui, list, TextStyle::caption, {x, middle - ui.px(10)}, {right, middle + ui.px(10)}, ui.color().text_muted, hint.words);
        x += text_size(ui, TextStyle::caption, hint.words).x + ui.px(16);
    }
}

void draw_head(const Context& context, const Agenda& agenda, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const auto title = agenda_title(agenda, context.today);
    const auto subtitle = agenda_subtitle(agenda);
    const float buttons = buttons_width(context);
    if (context.phone) {
        text_wrapped(ui, TextStyle::title, title);
        ui.note_level(1);
        text_wrapped_muted(ui, TextStyle::body, subtitle.substr(0, subtitle.find(". ")));
        gap(ui, 8);
        draw_buttons(context, agenda);
        gap(ui, 12);
        return;
    }
    const bool beside = width - buttons > ui.px(280);
    const float room = beside ? width - buttons - ui.px(24) : width;
    text_wrapped(ui, TextStyle::title, title, room);
    ui.note_level(1);
    gap(ui, 2);
    const float line = ImGui::GetCursorScreenPos().y + ui.theme.line_height(TextStyle::body) / 2;
    text_wrapped_muted(ui, TextStyle::body, subtitle, room);
    const float left = start.x + std::min(room, text_size(ui, TextStyle::body, subtitle).x) + ui.px(24);
    auto below = ImGui::GetCursorScreenPos();
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + width - buttons, start.y - ui.px(4)});
        draw_buttons(context, agenda);
        below.y = std::max(below.y, ImGui::GetItemRectMax().y);
    } else {
        gap(ui, 8);
        draw_buttons(context, agenda);
        below = ImGui::GetCursorScreenPos();
    }
    const float under = start.y + ui.theme.control_height();
    const float middle = beside ? std::max(line, under + ui.px(12)) : line;
    draw_hints(context, left, start.x + width, middle);
    ImGui::SetCursorScreenPos({start.x, std::max(below.y, middle + ui.px(10))});
    ImGui::Dummy({0, 0});
    gap(ui, 10);
}

// Nothing is for today, or nothing at all is there.
void draw_nothing(const Context& context, const Agenda& agenda, float width) {
    const auto& ui = context.ui;
    Card card(ui, "today nothing", {.width = width});
    if (agenda.open_deals == 0) {
        if (empty_state(ui, icon::calendar_check, "No deal is open", "A deal of your own brings here what is to be done for it.", "New deal", icon::plus)) {
            context.view.new_deal.show();
        }
        return;
    }
    if (empty_state(ui, icon::calendar_check, agenda_title(agenda, context.today), "What comes up appears here by itself.", "Look at all deals", icon::briefcase)) {
        context.act(action::GoTo{Screen::deals});
    }
}

}

void draw_today(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "today", context.min, context.max);
    leave_deal(context);
    auto& caches = context.caches;
    // The list of deals has their forecasts begun, by which their asks are ranked.
    caches.deals.rows(context.document, caches.derived, context.today, caches.forecasts, caches.own_odds.playbooks());
    const auto& agenda = caches.agenda.all(context.document, caches.derived, caches.forecasts, context.today);
    take_arrows(context);
    take_wish(context, shown_lines(context, agenda));
    const auto lines = shown_lines(context, agenda);
    const float width = page.width();
    draw_head(context, agenda, width);
    const bool samples = !has_own_open_deal(context.document) && agenda.open_deals > 0;
    if (samples) {
        icon_text_wrapped(ui, TextStyle::body, icon::flask_conical, ui.color().text_muted,
                          "These are samples. As soon as a deal of your own is open, only yours are here.", width);
        gap(ui, 12);
    }
    const auto draw_list = [&](float wide) {
        if (lines.empty()) {
            draw_nothing(context, agenda, wide);
        } else {
            draw_today_list(context, agenda, lines, wide);
        }
    };
    if (width >= ui.px(beside_from)) {
        const auto start = ImGui::GetCursorScreenPos();
        const float side = ui.px(side_width);
        const float left = width - side - ui.px(16);
        draw_list(left);
        const float end = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({start.x + left + ui.px(16), start.y});
        ImGui::BeginGroup();
        draw_week_strip(context, side);
        draw_side_cards(context, agenda, side);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({start.x, std::max(end, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({width, 0});
    } else {
        draw_week_strip(context, width);
        gap(ui, 12);
        draw_list(width);
        draw_side_cards(context, agenda, width);
    }
    gap(ui, 24);
    draw_snooze(context);
    draw_calendar_dialog(context);
}

}
