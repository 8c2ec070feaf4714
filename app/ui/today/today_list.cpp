#include "app/ui/today/today_list.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/today/today_moves.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/agenda/ask_effect.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float head_height = 32;

std::string id_of(const AgendaEntry& entry) {
    return entry.deal->id.text + ' ' + entry.line->key;
}

bool is(const AgendaEntry& entry, std::string_view id) {
    const auto& deal = entry.deal->id.text;
    return id.size() == deal.size() + 1 + entry.line->key.size() && id.starts_with(deal) && id.ends_with(entry.line->key);
}

int shown_of(const Context& context, const Agenda& agenda, AgendaGroup group) {
    const auto& draft = context.view.today;
    const bool all = group == AgendaGroup::ask ? draft.all_asks : group == AgendaGroup::quiet ? draft.all_quiet : true;
    return all ? static_cast<int>(agenda.of(group).size()) : agenda.for_today(group);
}

const char* icon_of(AgendaGroup group) {
    switch (group) {
    case AgendaGroup::answer:
        return icon::reply;
    case AgendaGroup::promise:
        return icon::handshake;
    case AgendaGroup::meeting:
        return icon::users;
    case AgendaGroup::ask:
        return icon::circle_arrow_right;
    case AgendaGroup::quiet:
        break;
    }
    return icon::clock_alert;
}

struct Head {
    const char* icon = nullptr;
    std::string_view heading;
    std::string_view hint;
    int count = 0;
    std::string more; // the button at the right; empty: none
};

// True when its button was pressed.
bool draw_head(const Context& context, const Head& head, float width, bool first) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto min = ImGui::GetCursorScreenPos();
    const float height = std::round(ui.px(context.phone ? 44.0f : head_height));
    const ImVec2 max{min.x + width, min.y + height};
    const auto corners = first ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersNone;
    list->AddRectFilled({min.x + line_width(ui), min.y + line_width(ui)}, {max.x - line_width(ui), max.y}, ui.color().background, ui.px(9), corners);
    if (!first) draw_line_across(ui, list, min.x, max.x, min.y, ui.color().line);
    const float middle = (min.y + max.y) / 2;
    float x = min.x + ui.px(24);
    draw_icon(ui, list, head.icon, {x, middle}, ui.px(16), ui.color().text_muted);
    x += ui.px(16);
    const auto put = [&](TextStyle style, ImU32 color, std::string_view words, float after) {
        const float room = max.x - ui.px(16) - x;
        if (room < ui.px(24)) return;
        draw_text_in(ui, list, style, {x, min.y}, {max.x - ui.px(16), max.y}, color, words);
        x += text_size(ui, style, words).x + ui.px(after);
    };
    put(TextStyle::strong, ui.color().text, head.heading, 8);
    ui.note_rect(ItemRole::heading, head.heading, min, max, std::to_string(head.count));
    ui.note_level(2);
    put(TextStyle::body, ui.color().text_muted, std::to_string(head.count), 12);
    const float more = head.more.empty() ? 0 : text_size(ui, TextStyle::label, head.more).x + ui.px(16);
    if (!context.phone && x + text_size(ui, TextStyle::caption, head.hint).x + more < max.x - ui.px(16)) {
        put(TextStyle::caption, ui.color().text_muted, head.hint, 0);
    }
    bool pressed = false;
    if (!head.more.empty()) {
        const ButtonOptions options{.small = true};
        const auto label = head.more + "##" + std::string(head.heading);
        ImGui::SetCursorScreenPos({max.x - more, middle - button_height(ui, ButtonKind::link, options) / 2});
        pressed = button(ui, ButtonKind::link, label, options);
    }
    ImGui::SetCursorScreenPos(min);
    ImGui::Dummy({width, height});
    return pressed;
}

std::string more_words(const Agenda& agenda, AgendaGroup group, bool all) {
    const int hidden = static_cast<int>(agenda.of(group).size()) - agenda.for_today(group);
    return hidden <= 0 ? std::string() : all ? std::string("Show fewer") : counted(hidden, "more", "more");
}

// Lines that are scrolled away take their room only.
bool is_in_sight(const Context& context, float height) {
    const auto min = ImGui::GetCursorScreenPos();
    return context.ui.outline || ImGui::IsRectVisible(min, {min.x + 1, min.y + height});
}

}

std::vector<const AgendaEntry*> shown_lines(const Context& context, const Agenda& agenda) {
    std::vector<const AgendaEntry*> lines;
    for (const auto group : all_agenda_groups) {
        const int count = shown_of(context, agenda, group);
        for (int i = 0; i < count; ++i) {
            lines.push_back(&agenda.of(group)[static_cast<std::size_t>(i)]);
        }
    }
    if (context.view.today.put_off_open) {
        for (const auto& entry : agenda.put_off) {
            lines.push_back(&entry);
        }
    }
    return lines;
}

int chosen_place(const Context& context, const std::vector<const AgendaEntry*>& lines) {
    const auto& draft = context.view.today;
    if (lines.empty()) return -1;
    const auto last = static_cast<int>(lines.size()) - 1;
    if (draft.chosen.empty()) return 0;
    const auto place = std::clamp(draft.place, 0, last);
    if (is(*lines[static_cast<std::size_t>(place)], draft.chosen)) return place;
    const auto found = std::ranges::find_if(lines, [&](const AgendaEntry* entry) { return is(*entry, draft.chosen); });
    return found == lines.end() ? place : static_cast<int>(found - lines.begin());
}

void choose(const Context& context, const std::vector<const AgendaEntry*>& lines, int place) {
    if (lines.empty()) return;
    auto& draft = context.view.today;
    draft.place = std::clamp(place, 0, static_cast<int>(lines.size()) - 1);
    draft.chosen = id_of(*lines[static_cast<std::size_t>(draft.place)]);
}

void take_wish(const Context& context, const std::vector<const AgendaEntry*>& lines) {
    auto& draft = context.view.today;
    const auto wish = std::exchange(draft.wish, TodayWish::none);
    const int place = chosen_place(context, lines);
    if (wish == TodayWish::none || place < 0) return;
    const auto& entry = *lines[static_cast<std::size_t>(place)];
    draft.stays_by_key = ImGui::GetIO().NavVisible;
    switch (wish) {
    case TodayWish::next:
    case TodayWish::previous:
        choose(context, lines, place + (wish == TodayWish::next ? 1 : -1));
        draft.by_key = true;
        return;
    case TodayWish::main:
        choose(context, lines, place);
        return entry.put_off_until ? take_up_again(context, entry) : do_main(context, entry);
    case TodayWish::done:
        choose(context, lines, place);
        return do_done(context, entry);
    case TodayWish::snooze:
        choose(context, lines, place);
        return begin_snooze(context, entry);
    case TodayWish::open:
        return open_line(context, entry);
    case TodayWish::none:
        return;
    }
}

void draw_today_list(const Context& context, const Agenda& agenda, const std::vector<const AgendaEntry*>& lines, float width) {
    const auto& ui = context.ui;
    auto& draft = context.view.today;
    const int chosen = chosen_place(context, lines);
    const bool focus = std::exchange(draft.by_key, false);
    draft.by_key = std::exchange(draft.stays_by_key, false) && !context.view.today.snooze;
    const Card card(ui, "today list", {.width = width, .flush = true});
    int place = 0;
    bool first = true;
    const auto draw = [&](const AgendaEntry& entry) {
        const LineView view{entry, place == chosen, focus && place == chosen};
        const float height = line_height(context, view);
        if (!view.takes_focus && !is_in_sight(context, height)) {
            ImGui::Dummy({width, height});
        } else {
            ImGui::PushID(id_of(entry).c_str());
            const auto answer = context.phone ? draw_line_phone(context, view, width) : draw_line_wide(context, view, width);
            ImGui::PopID();
            if (answer != LineAnswer::none) choose(context, lines, place);
            if (answer == LineAnswer::main) draft.wish = TodayWish::main;
        }
        ++place;
    };
    const auto draw_group = [&](const Head& head, const std::vector<AgendaEntry>& entries, int count) {
        const Part part(ui, ItemRole::group, head.heading);
        const bool pressed = draw_head(context, head, width, first);
        first = false;
        for (int i = 0; i < count; ++i) {
            draw(entries[static_cast<std::size_t>(i)]);
        }
        return pressed;
    };
    for (const auto group : all_agenda_groups) {
        const auto& entries = agenda.of(group);
        if (entries.empty()) continue;
        const int count = shown_of(context, agenda, group);
        const bool all = group == AgendaGroup::ask ? draft.all_asks : draft.all_quiet;
        const Head head{icon_of(group), agenda_heading(agenda, group), agenda_hint(agenda, group), static_cast<int>(entries.size()),
                        more_words(agenda, group, all)};
        if (draw_group(head, entries, count)) {
            if (group == AgendaGroup::ask) draft.all_asks = !draft.all_asks;
            if (group == AgendaGroup::quiet) draft.all_quiet = !draft.all_quiet;
        }
    }
    if (draft.put_off_open && !agenda.put_off.empty()) {
        const Head head{icon::alarm_clock, "Snoozed", "they come back on their day", static_cast<int>(agenda.put_off.size()), "Hide"};
        if (draw_group(head, agenda.put_off, head.count)) draft.put_off_open = false;
    }
    // What was pressed in a line is done as what a key asks for.
    take_wish(context, lines);
}

bool draw_circle(const Context& context, const LineView& line, ImVec2 center, float target) {
    const auto& ui = context.ui;
    ImGui::SetCursorScreenPos({center.x - ui.px(target) / 2, center.y - ui.px(target) / 2});
    const auto press = press_area(ImGui::GetID("done"), {ui.px(target), ui.px(target)});
    if (!press.visible) return press.pressed;
    auto* list = ImGui::GetWindowDrawList();
    const float radius = ui.px(context.phone ? 11.0f : 9.0f);
    const auto words = done_words(line.entry);
    if (press.hovered || press.held) list->AddCircleFilled(center, radius, ui.color().surface);
    list->AddCircle(center, radius, press.hovered ? ui.color().accent : ui.color().line_control, 0, ui.px(1.5f));
    if (press.hovered) draw_icon(ui, list, icon::check, center, ui.px(12), ui.color().accent);
    ui.note(ItemRole::button, words + ": " + line.entry.line->what);
    tooltip(ui, words + " (E)");
    if (is_keyboard_focused()) draw_focus_ring(ui, {center.x - radius, center.y - radius}, {center.x + radius, center.y + radius}, radius);
    return press.pressed;
}

ImU32 haste_color(const Context& context, const AgendaLine& line) {
    switch (haste_of(line, context.today)) {
    case AgendaHaste::late:
        return context.ui.color().bad;
    case AgendaHaste::waiting:
        return context.ui.color().warn;
    case AgendaHaste::none:
        break;
    }
    return context.ui.color().text;
}

const char* haste_icon(const Context& context, const AgendaLine& line) {
    switch (haste_of(line, context.today)) {
    case AgendaHaste::late:
        return icon::triangle_alert;
    case AgendaHaste::waiting:
        return icon::clock_alert;
    case AgendaHaste::none:
        break;
    }
    return nullptr;
}

std::string gain_words(const Context& context, const AgendaEntry& entry) {
    if (entry.line->group != AgendaGroup::ask && entry.line->group != AgendaGroup::quiet) return {};
    const auto& caches = context.caches;
    const auto* row = caches.deals.row_of(*entry.deal);
    return row == nullptr ? std::string() : effect_words(*entry.deal, row->outlook, entry.line->ask);
}

std::string spoken_line(const Context& context, const AgendaEntry& entry) {
    auto words = agenda_deal_words(entry);
    if (entry.put_off_until) return words + ", snoozed until " + short_date(*entry.put_off_until, context.today);
    if (entry.line->day) words += ", " + agenda_day(*entry.line, context.today) + ", " + agenda_day_words(*entry.line, context.today);
    return words;
}

}
