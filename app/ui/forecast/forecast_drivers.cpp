#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/model/deal.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t shown_first = 10;
constexpr const char* all_key = "all drivers";

// What its switch supposes: the way up, or down where there is no other.
const std::optional<WhatIf>& supposition(const Driver& driver) {
    return driver.up ? driver.up : driver.down;
}

Driver as_shown(Driver driver, const Recalibration& record) {
    driver.won_up = recalibrated(driver.won_up, record);
    driver.won_down = recalibrated(driver.won_down, record);
    return driver;
}

struct Axis {
    float middle = 0;
    float reach = 0; // to either side, for `most`
    double most = 0.01;

    float x(double change) const { return middle + static_cast<float>(change / most) * reach; }
};

void draw_bar(const Ui& ui, ImDrawList* list, const Axis& axis, const Share& now, const Share& then, float y, float height) {
    const double change = then.value() - now.value();
    if (std::abs(change) < 0.0005) return;
    const bool up = change > 0;
    const auto color = up ? ui.color().outcome_won : ui.color().outcome_lost;
    const float end = axis.x(change);
    const ImVec2 min{std::min(axis.middle, end), y - height / 2};
    const ImVec2 max{std::max(axis.middle, end), y + height / 2};
    list->AddRectFilled(min, max, up ? ui.color().middle_soft : ui.color().bad_soft);
    const float edge = line_width(ui, 3);
    list->AddRectFilled({up ? max.x - edge : min.x, min.y - ui.px(1)}, {up ? max.x : min.x + edge, max.y + ui.px(1)}, color);
    const auto words = change_words(now, then);
    const float wide = ui.px(48);
    if (up) {
        draw_text_in(ui, list, TextStyle::body, {max.x + ui.px(8), y - ui.px(12)}, {max.x + wide, y + ui.px(12)}, ui.color().text, words);
    } else {
        draw_text_in(ui, list, TextStyle::body, {min.x - wide, y - ui.px(12)}, {min.x - ui.px(8), y + ui.px(12)}, ui.color().text, words,
                     Align::right);
    }
}

std::string both_words(const Share& now, const Driver& driver) {
    std::string words;
    const auto add = [&](const std::string& what, const Share& then, double error) {
        if (what.empty()) return;
        words += (words.empty() ? "" : "; ") + what + " " + change_words(now, then) + " \u00b1 " +
                 std::to_string(std::max<long>(1, std::lround(200 * error)));
    };
    add(up_words(driver), driver.won_up, driver.error_up);
    add(down_words(driver), driver.won_down, driver.error_down);
    return words;
}

void draw_driver(const Context& context, const Driver& driver, const Share& now, const Axis& axis, float width) {
    const auto& ui = context.ui;
    const auto at = ImGui::GetCursorScreenPos();
    const float height = ui.px(ui.theme.touch ? 56.0f : 30.0f);
    auto& what_ifs = context.view.forecast.what_ifs;
    const auto& what = supposition(driver);
    const auto found = what ? std::ranges::find(what_ifs, *what) : what_ifs.end();
    const bool on = what && found != what_ifs.end();
    auto* list = ImGui::GetWindowDrawList();
    if (on) list->AddRectFilled({at.x - ui.px(20), at.y}, {at.x + width + ui.px(20), at.y + height}, ui.color().accent_soft);
    const auto name = driver_name(*context.deal, driver);
    const float middle = at.y + height / 2;
    const float words_left = at.x + ui.px(40);
    const float words_right = ui.theme.touch ? at.x + width : axis.middle - axis.reach - ui.px(52);
    ImGui::SetCursorScreenPos({at.x, middle - ui.px(ui.theme.touch ? 44.0f : 24.0f) / 2});
    ImGui::PushID(driver.id.c_str());
    ImGui::PushID(static_cast<int>(driver.kind));
    if (what) {
        if (switch_control(ui, "##" + name, on)) {
            if (on) {
                what_ifs.erase(found);
            } else {
                what_ifs.push_back(*what);
            }
        }
        tooltip(ui, what_if_words(*context.deal, *what));
        if (!ui.outline) ui.note_rect(ItemRole::checkbox, "Suppose: " + what_if_words(*context.deal, *what), at, {at.x + ui.px(36), at.y + height},
                     on ? "on" : "off");
    }
    ImGui::PopID();
    ImGui::PopID();
    const float words_bottom = ui.theme.touch ? middle : at.y + height;
    draw_text_in(ui, list, TextStyle::label, {words_left, at.y}, {words_right, words_bottom}, ui.color().text, name);
    draw_bar(ui, list, axis, now, driver.won_down, ui.theme.touch ? middle + ui.px(12) : middle, ui.px(12));
    draw_bar(ui, list, axis, now, driver.won_up, ui.theme.touch ? middle + ui.px(12) : middle, ui.px(12));
    ImGui::SetCursorScreenPos({words_left, at.y});
    ImGui::Dummy({at.x + width - words_left, height});
    tooltip(ui, name + ": " + both_words(now, driver));
    ui.note_rect(ItemRole::row, name + " as a driver", {words_left, at.y}, {at.x + width, at.y + height}, both_words(now, driver));
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

}

void draw_drivers_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto* table = context.outlook->sensitivity;
    Card card(ui, "drivers", {.width = width, .height = height});
    const auto start = ImGui::GetCursorScreenPos();
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "What moves it most");
    ui.note_level(2);
    const bool narrow = ui.theme.touch;
    Axis axis;
    const float left = narrow ? start.x + ui.px(40) : start.x + std::min(ui.px(300), inner * 0.34f);
    const float right = start.x + inner;
    axis.reach = (right - left) / 2 - ui.px(52);
    axis.middle = snapped((left + right) / 2);
    // Beside the title as far as there is room before the heads of the bars.
    constexpr std::string_view goes_badly = "goes badly";
    const float room = axis.middle - ui.px(24) - text_size(ui, TextStyle::caption, goes_badly).x - ImGui::GetItemRectMax().x - ui.px(8);
    for (const std::string_view words : {"points of chance; switch one on to try it", "switch one on to try it", "points of chance"}) {
        if (context.phone || text_size(ui, TextStyle::body, words).x > room) continue;
        same_line(ui, 8);
        text_muted(ui, TextStyle::body, words);
        break;
    }
    gap(ui, 8);
    if (table == nullptr || !table->is_finished()) {
        const auto done = table ? table->done() : 0;
        const auto all = table ? table->lines().size() : 0;
        text_muted(ui, TextStyle::body,
                   all == 0 ? "Trying everything out" : "Trying everything out: " + std::to_string(done) + " of " + std::to_string(all));
        return;
    }
    const auto& record = context.outlook->record;
    const auto now = recalibrated(table->won(), record);
    auto places = most_changing(*table);
    // What moves it by no point either way says nothing: it is among all of them only.
    const auto rest = std::ranges::stable_partition(places, [&](int place) {
        const auto line = as_shown(table->lines()[static_cast<std::size_t>(place)], record);
        return change_words(now, line.won_up) != "0" || change_words(now, line.won_down) != "0";
    });
    const auto moving = places.size() - rest.size();
    const auto first = std::min(shown_first, std::max<std::size_t>(1, moving));
    for (const int place : places) {
        const auto line = as_shown(table->lines()[static_cast<std::size_t>(place)], record);
        axis.most = std::max({axis.most, std::abs(line.won_up.value() - now.value()), std::abs(line.won_down.value() - now.value())});
    }
    auto* list = ImGui::GetWindowDrawList();
    if (!narrow) {
        draw_text_in(ui, list, TextStyle::caption, {left, start.y}, {axis.middle - ui.px(12), start.y + ui.px(20)}, ui.color().text_muted,
                     goes_badly, Align::right);
        draw_text_in(ui, list, TextStyle::caption, {axis.middle + ui.px(12), start.y}, {right, start.y + ui.px(20)}, ui.color().text_muted,
                     "goes well");
    }
    const float top = ImGui::GetCursorScreenPos().y;
    const bool all = !context.view.texts[all_key].empty();
    std::size_t drawn = 0;
    for (const int place : places) {
        if (drawn == first && !all) break;
        draw_driver(context, as_shown(table->lines()[static_cast<std::size_t>(place)], record), now, axis, inner);
        ++drawn;
    }
    list->AddRectFilled({axis.middle, top}, {axis.middle + line_width(ui), ImGui::GetCursorScreenPos().y}, ui.color().line_control);
    if (places.size() > first) {
        gap(ui, 6);
        const auto label = all ? std::string(first == shown_first ? "Show the first ten" : "Show fewer") : "Show all " + std::to_string(places.size());
        if (button(ui, ButtonKind::link, label + "##drivers", {.small = true})) context.view.texts[all_key] = all ? "" : "all";
    }
}

}
