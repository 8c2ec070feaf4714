#include "app/session/action.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/cards/sparkline.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

constexpr float side_by_side = 900; // design pixels from which cards stand beside each other

struct Tile {
    std::string number;
    std::string small;
    std::string below;
};

std::vector<Tile> tiles(const Context& context) {
    const auto& deal = *context.deal;
    const auto& forecast = *context.outlook->forecast;
    std::vector<Tile> all;
    all.push_back({percent_words(forecast.won), error_words(forecast.won), std::string(chance_label(context.outlook->record))});
    if (forecast.close.p50) {
        const int weeks = (*forecast.close.p50 - context.today + 3) / 7;
        all.push_back({counted(weeks, "week", "weeks"), {}, "to close, around " + short_date(*forecast.close.p50, context.today)});
    } else {
        all.push_back({"never", {}, "as the plan stands"});
    }
    if (const auto* target = target_of(deal); forecast.won_by_target && target != nullptr && target->date) {
        all.push_back({percent_words(*forecast.won_by_target),
                       {},
                       "won by " + short_date(*target->date, context.today) +
                           (context.phone                                 ? ""
                            : target->reason == TargetReason::buyer_event ? ", their date"
                                                                          : ", your target")});
    } else {
        all.push_back({"no date", {}, "is set yet"});
    }
    if (forecast.expected) {
        all.push_back({format_money(rounded_money(*forecast.expected)), "of " + format_money(*deal.amount), "expected amount"});
    } else {
        all.push_back({"no amount", {}, "is set yet"});
    }
    return all;
}

void draw_tiles(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto all = tiles(context);
    const std::size_t columns = width >= ui.px(760) ? 4 : 2;
    Card card(ui, "forecast numbers", {.width = width});
    const auto start = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float column = card.inner_width() / static_cast<float>(columns);
    const float words = column - ui.px(28);
    float y = start.y;
    for (std::size_t first = 0; first < all.size(); first += columns) {
        const auto end = std::min(all.size(), first + columns);
        float below = 0;
        for (auto i = first; i < end; ++i) {
            below = std::max(below, wrapped_height(ui, TextStyle::body, all[i].below, words));
        }
        for (auto i = first; i < end; ++i) {
            const auto& tile = all[i];
            const ImVec2 min{start.x + column * static_cast<float>(i - first), y};
            const ImVec2 max{min.x + words, y + ui.px(32) + below};
            if (i > first) {
                const float x = snapped(min.x - ui.px(16));
                list->AddRectFilled({x, min.y}, {x + line_width(ui), max.y}, ui.color().line);
            }
            const bool small_number = text_size(ui, TextStyle::number, tile.number).x > words;
            const auto style = small_number ? TextStyle::title : TextStyle::number;
            draw_text_in(ui, list, style, min, {max.x, min.y + ui.px(30)}, ui.color().text, tile.number);
            const float right = min.x + text_size(ui, style, tile.number).x + ui.px(8);
            if (right + text_size(ui, TextStyle::body, tile.small).x <= max.x) {
                draw_text_in(ui, list, TextStyle::body, {right, min.y + ui.px(6)}, {max.x, min.y + ui.px(30)}, ui.color().text_muted,
                             tile.small);
            }
            draw_text_wrapped(ui, list, TextStyle::body, {min.x, min.y + ui.px(32)}, ui.color().text_muted, tile.below, words);
            ui.note_rect(ItemRole::text, tile.below, min, max, tile.small.empty() ? tile.number : tile.number + " " + tile.small);
        }
        y += ui.px(32) + below + (end < all.size() ? ui.px(14) : 0);
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({card.inner_width(), y - start.y});
}

void draw_title(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& outlook = *context.outlook;
    const auto& forecast = *outlook.forecast;
    const auto missing = too_early_because(*context.deal);
    text_wrapped(ui, TextStyle::title, missing.empty() ? headline_words(forecast, context.today) : "Too early to say", width);
    const auto words = missing.empty() ? close_words(forecast, context.today) : missing + ' ' + usual_odds_words(forecast);
    if (!words.empty()) text_wrapped_muted(ui, TextStyle::body, words, width);
    if (const auto record = by_record_words(forecast.won, outlook.played, outlook.record); missing.empty() && !record.empty()) {
        text_wrapped_muted(ui, TextStyle::body, record, width);
    }
    if (!forecast.settled && missing.empty()) draw_belief_change(context, width);
    if (!forecast.settled) gap(ui, 2);
    if (!forecast.settled && button(ui, ButtonKind::link, "How this is worked out##forecast", {.small = true})) {
        context.view.explained = Explained::forecast;
    }
    gap(ui, 12);
}

void draw_cards(const Context& context, float width) {
    const auto& ui = context.ui;
    draw_tiles(context, width);
    gap(ui, 16);
    // What moves it stands beside what trying it comes to: the switches and their answer are seen together.
    if (width < ui.px(side_by_side)) {
        draw_outcomes_card(context, width);
        gap(ui, 16);
        draw_drivers_card(context, width, 0);
        gap(ui, 16);
        draw_what_if_card(context, width, 0);
    } else {
        const auto start = ImGui::GetCursorScreenPos();
        const float right = std::round((width - ui.px(16)) * 0.375f);
        const float left = width - ui.px(16) - right;
        ImGui::SetCursorScreenPos({start.x + left + ui.px(16), start.y});
        draw_outcomes_card(context, right);
        const float outcomes = ImGui::GetItemRectMax().y;
        const float least = outcomes + ui.px(16 + 190) - start.y;
        ImGui::SetCursorScreenPos(start);
        draw_drivers_card(context, left, least);
        const float drivers_end = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({start.x + left + ui.px(16), outcomes + ui.px(16)});
        draw_what_if_card(context, right, drivers_end - outcomes - ui.px(16));
        const float end = std::max(drivers_end, ImGui::GetItemRectMax().y);
        ImGui::SetCursorScreenPos({start.x, end});
        ImGui::Dummy({width, 0});
    }
    gap(ui, 16);
    draw_fan_card(context, width, 0);
    gap(ui, 16);
    draw_odds_card(context, width);
    gap(ui, 24);
}

}

void draw_forecast(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "forecast", context.min, context.max);
    const auto& outlook = *context.outlook;
    if (outlook.none) {
        gap(ui, 56);
        if (empty_state(ui, icon::chart_line, "Nothing decides in this plan yet", outlook.none->remedy + ".",
                        context.read_only ? "" : "Open the commitments", icon::workflow)) {
            context.act(action::GoTo{Screen::commitments});
        }
        return;
    }
    draw_title(context, page.width());
    if (!outlook.forecast->settled) draw_cards(context, page.width());
}

}
