#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/week/week_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/week_words.hpp"
#include "core/report/week_page.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float three_beside = 1080; // design pixels of the page from which there are three columns
constexpr float two_beside = 720;
constexpr int most_back = 52;

// "< 10 to 16 Jun >"
void draw_choice(const Context& context, const Week& week) {
    const auto& ui = context.ui;
    auto& back = context.view.week.back;
    if (icon_button(ui, icon::chevron_left, "The week before", {.disabled = back >= most_back})) ++back;
    same_line(ui, 4);
    const auto words = week_dates(week, context.today);
    const float wide = std::max(ui.px(112), text_size(ui, TextStyle::label, words).x);
    const auto at = ImGui::GetCursorScreenPos();
    const ImVec2 max{at.x + wide, at.y + ui.theme.control_height()};
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::label, at, max, ui.color().text, words, Align::center);
    ImGui::Dummy({wide, ui.theme.control_height()});
    ui.note(ItemRole::text, words, back == 0 ? "the last seven days" : back == 1 ? "the seven days before" : "");
    same_line(ui, 4);
    if (icon_button(ui, icon::chevron_right, "The week after", {.disabled = back == 0})) --back;
}

void draw_out(const Context& context, const Week& week) {
    const auto& ui = context.ui;
    if (button(ui, ButtonKind::outlined, "Copy as text", {.icon = icon::copy, .tooltip = "As Markdown, for whom you report to"})) {
        context.act(action::CopyText{week_markdown(week, context.today), "Copied the week"});
    }
    same_line(ui, 8);
    if (button(ui, ButtonKind::outlined, "Print", {.icon = icon::printer})) {
        context.act(action::PrintPage{"Week", paper_html(week_paper(week, context.today))});
    }
}

void draw_head(const Context& context, const Week& week, float width) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float out = button_width(ui, "Copy as text", {.icon = icon::copy}) + ui.px(8) + button_width(ui, "Print", {.icon = icon::printer});
    const float choice = 2 * ui.theme.control_height() + ui.px(8) + std::max(ui.px(112), text_size(ui, TextStyle::label, week_dates(week, context.today)).x);
    const float right = out + choice + ui.px(16);
    const bool beside = width - right > ui.px(280);
    text_wrapped(ui, TextStyle::title, week_title(week), beside ? width - right - ui.px(24) : width);
    ui.note_level(1);
    const auto below = ImGui::GetCursorScreenPos();
    if (beside) {
        ImGui::SetCursorScreenPos({start.x + width - right, start.y - ui.px(4)});
        draw_choice(context, week);
        same_line(ui, 16);
        draw_out(context, week);
        ImGui::SetCursorScreenPos({start.x, std::max(below.y, start.y + ui.theme.control_height())});
    } else {
        gap(ui, 8);
        draw_choice(context, week);
        if (choice + ui.px(16) + out <= width) {
            same_line(ui, 16);
        } else {
            gap(ui, 8);
        }
        draw_out(context, week);
    }
    ImGui::Dummy({0, 0});
    gap(ui, 12);
}

// Beside each other as far as there is room for them.
void draw_columns(const Context& context, const Week& week, float width) {
    const auto& ui = context.ui;
    const float space = ui.px(16);
    const auto start = ImGui::GetCursorScreenPos();
    if (width < ui.px(two_beside)) {
        draw_week_moved(context, week, width, 0);
        gap(ui, 16);
        draw_week_chances(context, week, width, 0);
        gap(ui, 16);
        draw_week_due(context, week, width, 0);
        return;
    }
    float highest = 0;
    const auto draw = [&](auto card, float x, float y, float wide, float high) {
        ImGui::SetCursorScreenPos({x, y});
        card(context, week, wide, high);
        return ImGui::GetItemRectMax().y;
    };
    if (width >= ui.px(three_beside)) {
        const float side = std::floor((width - 2 * space) * 0.268f);
        const float column = std::floor((width - 2 * space - side) / 2);
        const float middle = start.x + column + space;
        highest = std::max({draw(draw_week_moved, start.x, start.y, column, 0), draw(draw_week_chances, middle, start.y, column, 0),
                            draw(draw_week_due, middle + column + space, start.y, side, 0)});
    } else {
        const float column = std::floor((width - space) / 2);
        const float left = draw(draw_week_moved, start.x, start.y, column, 0);
        const float chances = draw(draw_week_chances, start.x + column + space, start.y, column, 0);
        highest = std::max(left, draw(draw_week_due, start.x + column + space, chances + space, column, 0));
    }
    ImGui::SetCursorScreenPos({start.x, highest});
    ImGui::Dummy({width, 0});
}

}

void draw_week_numbers(const Context& context, const Week& week, float width) {
    const auto& ui = context.ui;
    const auto all = week_numbers(week);
    const std::size_t columns = width >= ui.px(900) ? all.size() : 2;
    Card card(ui, "week numbers", {.width = width});
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float column = card.inner_width() / static_cast<float>(columns);
    const float room = column - ui.px(24);
    float below = ui.theme.line_height(TextStyle::caption);
    for (const auto& one : all) {
        below = std::max(below, wrapped_height(ui, TextStyle::caption, one.below, room));
    }
    const float row = ui.px(42) + below;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& one = all[i];
        const ImVec2 min{start.x + column * static_cast<float>(i % columns), start.y + row * static_cast<float>(i / columns)};
        if (i % columns > 0) {
            const float x = snapped(min.x - ui.px(16));
            list->AddRectFilled({x, min.y + ui.px(2)}, {x + line_width(ui), min.y + ui.px(48)}, ui.color().line);
        }
        const bool small = text_size(ui, TextStyle::number, one.number).x > room;
        const auto style = small ? TextStyle::title : TextStyle::number;
        draw_text_in(ui, list, style, min, {min.x + room, min.y + ui.px(30)}, ui.color().text, one.number);
        const float after = min.x + text_size(ui, style, one.number).x + ui.px(6);
        if (after + text_size(ui, TextStyle::caption, one.beside).x <= min.x + column - ui.px(16)) {
            const auto color = one.beside.starts_with("\u2212") ? ui.color().bad : one.beside.starts_with('+') ? ui.color().middle : ui.color().text_muted;
            draw_text_in(ui, list, TextStyle::caption, {after, min.y + ui.px(6)}, {min.x + column, min.y + ui.px(30)}, color, one.beside);
        }
        draw_text_wrapped(ui, list, TextStyle::caption, {min.x, min.y + ui.px(32)}, ui.color().text_muted, one.below, room);
        ui.note_rect(ItemRole::text, one.below, min, {min.x + room, min.y + ui.px(32) + below}, one.number + (one.beside.empty() ? "" : ", " + one.beside));
    }
    const auto rows = static_cast<float>((all.size() + columns - 1) / columns);
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({card.inner_width(), row * rows - ui.px(8)});
}

void draw_group_head(const Context& context, std::string_view heading, std::string_view behind, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto min = ImGui::GetCursorScreenPos();
    const float height = ui.px(32);
    const ImVec2 max{min.x + width, min.y + height};
    list->AddRectFilled({min.x + line_width(ui), min.y}, {max.x - line_width(ui), max.y}, ui.color().background);
    draw_line_across(ui, list, min.x, max.x, min.y, ui.color().line);
    draw_text_in(ui, list, TextStyle::strong, {min.x + ui.px(20), min.y}, max, ui.color().text, heading);
    draw_text_in(ui, list, TextStyle::body, {min.x + ui.px(28) + text_size(ui, TextStyle::strong, heading).x, min.y}, {max.x - ui.px(20), max.y},
                 ui.color().text_muted, behind);
    ui.note_rect(ItemRole::heading, heading, min, max, behind);
    ui.note_level(3);
    ImGui::Dummy({width, height});
}

void draw_week(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "week", context.min, context.max);
    auto& caches = context.caches;
    // The list of deals has their forecasts begun, so that today's chances are put down.
    caches.deals.rows(context.document, caches.derived, context.today, caches.forecasts, caches.own_odds.playbooks());
    const auto to = context.today - 7 * context.view.week.back;
    const auto record = caches.own_record.in_force(context.document.settings);
    const auto& week = caches.week.of(context.document, caches.forecasts, record, to);
    draw_head(context, week, page.width());
    draw_week_numbers(context, week, page.width());
    gap(ui, 16);
    draw_columns(context, week, page.width());
    gap(ui, 24);
}

}
