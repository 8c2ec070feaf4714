// The chance of each deal at the beginning of the week and at its end, as lines between two axes.
#include "app/session/action.hpp"
#include "app/ui/week/week_parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/week_words.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t most_lines = 24;
constexpr std::size_t most_explained = 4;
constexpr float label_apart = 20;

// Those that moved most, in the order of their chance now.
std::vector<const WeekChance*> shown_chances(const Week& week) {
    std::vector<const WeekChance*> all;
    for (const auto& one : week.chances) {
        all.push_back(&one);
    }
    if (all.size() <= most_lines) return all;
    sort_list(all, std::ranges::greater(), [](const WeekChance* one) { return std::abs(one->now - one->before); });
    all.resize(most_lines);
    sort_list(all, std::ranges::greater(), [](const WeekChance* one) { return one->now; });
    return all;
}

// Where labels stand that want to be at `wanted`, from the top: as near as they can, without touching each other.
std::vector<float> placed(std::vector<float> wanted, float apart, float top, float bottom) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i] = std::max(wanted[i], i == 0 ? top : wanted[i - 1] + apart);
    }
    for (std::size_t i = wanted.size(); i-- > 0;) {
        wanted[i] = std::min(wanted[i], i + 1 == wanted.size() ? bottom : wanted[i + 1] - apart);
    }
    return wanted;
}

// Below the lines: what moved the deals that moved most, as far as it is worked out.
void draw_why(const Context& context, const Week& week, float width) {
    const auto& ui = context.ui;
    std::vector<const WeekChance*> moves;
    for (const auto& one : week.chances) {
        if (one.is_move() && !one.why.empty()) moves.push_back(&one);
    }
    std::ranges::stable_sort(moves, std::ranges::greater(), [](const WeekChance* one) { return std::abs(one->now - one->before); });
    if (moves.size() > most_explained) moves.resize(most_explained);
    for (const auto* one : moves) {
        gap(ui, 10);
        text_wrapped(ui, TextStyle::label, deal_name(*one->deal) + ", " + chance_change_words(*one, week, context.today), width);
        for (const auto& why : one->why) {
            text_wrapped_muted(ui, TextStyle::body, why, width);
        }
    }
}

ImU32 line_color(const Ui& ui, const WeekChance& one) {
    if (!one.is_move()) return ui.color().line_control;
    return one.now > one.before ? ui.color().middle : ui.color().bad;
}

}

void draw_week_chances(const Context& context, const Week& week, float width, float height) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    Card card(ui, "week chances", {.width = width, .height = height, .padding = 20});
    const float inner = card.inner_width();
    const auto start = ImGui::GetCursorScreenPos();
    text(ui, TextStyle::strong, "Chance, then and now");
    ui.note_level(2);
    const auto moved = static_cast<int>(std::ranges::count_if(week.chances, [](const WeekChance& one) { return one.now != one.before; }));
    draw_text_in(ui, list, TextStyle::caption, start, {start.x + inner, start.y + ui.theme.line_height(TextStyle::strong)}, ui.color().text_muted,
                 counted(static_cast<int>(week.chances.size()), "deal", "deals") + ", " + std::to_string(moved) + " moved", Align::right);
    gap(ui, 8);
    const auto chances = shown_chances(week);
    if (chances.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "What the forecast says is written down day by day. From the second day on it is compared here.", inner);
        return;
    }
    const auto at = ImGui::GetCursorScreenPos();
    const float head = ui.px(24);
    const float high = std::max(ui.px(240), ui.px(label_apart) * static_cast<float>(chances.size()) + ui.px(24));
    const float left = at.x + ui.px(36);
    const float right = at.x + std::max(ui.px(96), std::min(ui.px(200), inner * 0.44f));
    const float top = at.y + head + ui.px(10);
    const float bottom = at.y + head + high - ui.px(10);
    const auto before_day = short_date(week.to - 7, context.today);
    const auto now_day = short_date(week.to, context.today);
    draw_text_in(ui, list, TextStyle::caption, {left - ui.px(40), at.y}, {left + ui.px(40), at.y + head}, ui.color().text_muted, before_day, Align::center);
    draw_text_in(ui, list, TextStyle::strong, {right - ui.px(40), at.y}, {right + ui.px(40), at.y + head}, ui.color().text, now_day, Align::center);
    for (const float x : {left, right}) {
        list->AddRectFilled({snapped(x), at.y + head}, {snapped(x) + line_width(ui), at.y + head + high}, ui.color().line);
    }
    int lowest = 100;
    int highest = 0;
    for (const auto* one : chances) {
        lowest = std::min({lowest, one->before, one->now});
        highest = std::max({highest, one->before, one->now});
    }
    const auto y_of = [&](int chance) { return top + (bottom - top) * static_cast<float>(highest - chance) / static_cast<float>(std::max(1, highest - lowest)); };
    std::vector<float> now;
    for (const auto* one : chances) {
        now.push_back(y_of(one->now));
    }
    const auto labels = placed(now, ui.px(label_apart), top, bottom);
    auto by_before = chances;
    sort_list(by_before, std::ranges::greater(), [](const WeekChance* one) { return one->before; });
    float last = top - ui.px(100);
    for (const auto* one : by_before) {
        const float y = y_of(one->before);
        if (y < last + ui.px(14)) continue; // a number a little above says nearly the same
        draw_text_in(ui, list, TextStyle::caption, {at.x - ui.px(18), y - ui.px(9)}, {left - ui.px(8), y + ui.px(9)}, ui.color().text_muted,
                     one->before_words, Align::right);
        last = y;
    }
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const auto& one = *chances[i];
        const auto color = line_color(ui, one);
        const ImVec2 from{left, y_of(one.before)};
        const ImVec2 to{right, now[i]};
        list->AddLine(from, to, color, ui.px(one.is_move() ? 2.0f : 1.0f));
        list->AddCircleFilled(from, ui.px(3.5f), ui.color().surface);
        list->AddCircle(from, ui.px(3.5f), color, 0, ui.px(1.5f));
        list->AddCircleFilled(to, ui.px(4), color);
        const float y = labels[i];
        const float x = right + ui.px(14);
        if (std::abs(y - now[i]) > ui.px(3)) list->AddLine({right + ui.px(5), now[i]}, {x - ui.px(1), y}, ui.color().line_strong, line_width(ui));
        const auto name = deal_name(*one.deal);
        const auto change = change_words(one.before, one.now);
        ImGui::SetCursorScreenPos({x, y - ui.px(label_apart) / 2});
        ImGui::PushID(static_cast<int>(i));
        const auto press = press_area(ImGui::GetID("chance"), {at.x + inner - x, ui.px(label_apart)});
        ImGui::PopID();
        if (press.hovered) list->AddRectFilled(press.min, press.max, ui.color().hover, ui.px(4));
        if (press.visible && is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, ui.px(4), Ring::inset);
        ui.note(ItemRole::link, name, chance_words(one));
        const auto style = one.is_move() ? TextStyle::label : TextStyle::body;
        const auto word = one.is_move() ? ui.color().text : ui.color().text_muted;
        const float number = std::max(ui.px(24), text_size(ui, style, one.now_words).x + ui.px(6));
        draw_text_in(ui, list, style, {x, press.min.y}, {x + number, press.max.y}, word, one.now_words);
        draw_text_in(ui, list, style, {x + number, press.min.y}, {press.max.x - ui.px(36), press.max.y}, word, name);
        draw_text_in(ui, list, TextStyle::body, {press.max.x - ui.px(36), press.min.y}, press.max, one.is_move() ? color : ui.color().text_muted, change, Align::right);
        if (press.pressed) context.act(action::OpenDeal{one.deal->id, Screen::forecast});
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({inner, head + high});
    gap(ui, 8);
    auto words = std::string("Coloured: moved 3 points or more.");
    if (chances.size() < week.chances.size()) words += " The " + std::to_string(chances.size()) + " that moved most.";
    text_wrapped_muted(ui, TextStyle::caption, words, inner);
    draw_why(context, week, inner);
}

}
