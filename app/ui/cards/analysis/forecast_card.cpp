#include "app/session/action.hpp"
#include "app/session/forecasts.hpp"
#include "app/ui/cards/card_parts.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

void draw_stack(const Ui& ui, const Forecast& forecast, float width) {
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    struct Part {
        std::string_view word;
        const Share& share;
        ImU32 color;
        Align align;
        std::string percent;
    };
    const auto percents = outcome_percents(forecast);
    const Part parts[] = {{"Won", forecast.won, ui.color().outcome_won, Align::left, percents.won},
                          {"No decision", forecast.no_decision, ui.color().outcome_no_decision, Align::center, percents.no_decision},
                          {"Lost", forecast.lost, ui.color().outcome_lost, Align::right, percents.lost}};
    const float space = ui.px(2);
    float x = at.x;
    for (const auto& part : parts) {
        const float wide = (width - 2 * space) * static_cast<float>(part.share.value());
        if (wide >= 1) list->AddRectFilled({x, at.y}, {x + wide, at.y + ui.px(8)}, part.color, ui.px(2));
        x += wide + space;
        const auto words = std::string(part.word) + " " + part.percent;
        draw_text_in(ui, list, TextStyle::caption, {at.x, at.y + ui.px(12)}, {at.x + width, at.y + ui.px(30)}, ui.color().text_muted, words,
                     part.align);
    }
    ImGui::Dummy({width, ui.px(32)});
}

// From today to a little beyond the later of the range and the target: the range, its inner half, the middle, the target.
void draw_range(const Context& context, const Forecast& forecast, float width) {
    const auto& ui = context.ui;
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const auto* target = target_of(*context.deal);
    const bool has_target = target != nullptr && target->date && *target->date >= context.today;
    const auto days = [&](Date date) { return static_cast<float>(date - context.today); };
    float most = days(*forecast.close.p90);
    if (has_target) most = std::max(most, days(*target->date));
    most = std::max(most * 1.08f, 14.0f);
    const auto x_of = [&](Date date) { return at.x + width * std::clamp(days(date) / most, 0.0f, 1.0f); };
    const float middle = at.y + ui.px(26);
    draw_line_across(ui, list, at.x, at.x + width, middle, ui.color().line_control);
    const float half = ui.px(6);
    const ImVec2 min{x_of(*forecast.close.p10), middle - half};
    const ImVec2 max{std::max(min.x + 2 * half, x_of(*forecast.close.p90)), middle + half};
    list->AddRectFilled(min, max, ui.color().chart_fan, half);
    list->AddRectFilled({x_of(*forecast.close.p25), min.y}, {x_of(*forecast.close.p75), max.y}, ui.color().chart_fan_inner);
    draw_border(list, min, max, ui.color().chart_line, half, line_width(ui));
    list->AddCircleFilled({x_of(*forecast.close.p50), middle}, ui.px(4), ui.color().chart_line);
    const auto left_of = [&](float x, std::string_view words, TextStyle style) {
        const float wide = text_size(ui, style, words).x;
        return std::clamp(x - wide / 2, at.x, at.x + width - wide);
    };
    const auto word = [&](float x, float top, std::string_view words, TextStyle style, ImU32 color) {
        draw_text(ui, list, style, {left_of(x, words, style), top}, color, words);
    };
    if (has_target) {
        const float x = snapped(x_of(*target->date));
        for (float y = middle - ui.px(12); y < middle + ui.px(10); y += ui.px(6)) {
            list->AddRectFilled({x, y}, {x + line_width(ui, 1.5f), y + ui.px(3)}, ui.color().text);
        }
        word(x, at.y - ui.px(4), "target " + short_date(*target->date, context.today), TextStyle::caption, ui.color().text_muted);
    }
    const float below = middle + ui.px(10);
    const float center = x_of(*forecast.close.p50);
    const auto center_words = short_date(*forecast.close.p50, context.today);
    word(center, below, center_words, TextStyle::label, ui.color().text);
    // The ends are named where they do not run into the middle.
    const float center_left = left_of(center, center_words, TextStyle::label) - ui.px(8);
    const float center_right = center_left + text_size(ui, TextStyle::label, center_words).x + ui.px(16);
    const auto first = short_date(*forecast.close.p10, context.today);
    if (left_of(min.x, first, TextStyle::caption) + text_size(ui, TextStyle::caption, first).x < center_left)
        word(min.x, below, first, TextStyle::caption, ui.color().text_muted);
    const auto last = short_date(*forecast.close.p90, context.today);
    if (left_of(max.x, last, TextStyle::caption) > center_right) word(max.x, below, last, TextStyle::caption, ui.color().text_muted);
    ImGui::Dummy({width, ui.px(56)});
    ui.note_rect(ItemRole::text, "Close date", at, {at.x + width, at.y + ui.px(56)}, range_words(forecast.close, context.today));
}

void draw_numbers(const Context& context, const Forecast& forecast, float width) {
    const auto& ui = context.ui;
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const auto number = [&](float left, float right, const std::string& value, const std::string& small, const std::string& below) {
        draw_text_in(ui, list, TextStyle::number, {left, at.y}, {right, at.y + ui.px(30)}, ui.color().text, value);
        const float after = left + text_size(ui, TextStyle::number, value).x + ui.px(8);
        if (!small.empty()) {
            draw_text_in(ui, list, TextStyle::caption, {after, at.y + ui.px(6)}, {right, at.y + ui.px(30)}, ui.color().text_muted, small);
        }
        draw_text_in(ui, list, TextStyle::caption, {left, at.y + ui.px(32)}, {right, at.y + ui.px(50)}, ui.color().text_muted, below);
        ui.note_rect(ItemRole::text, below, {left, at.y}, {right, at.y + ui.px(50)}, small.empty() ? value : value + " " + small);
    };
    const float split = at.x + width * 0.42f;
    number(at.x, split, percent_words(forecast.won), error_words(forecast.won), std::string(chance_label(context.outlook->record)));
    if (forecast.close.p50) {
        const int weeks = (*forecast.close.p50 - context.today + 3) / 7;
        number(split, at.x + width, counted(weeks, "week", "weeks"), {},
               "to close, around " + short_date(*forecast.close.p50, context.today));
    }
    ImGui::Dummy({width, ui.px(54)});
}

}

void draw_forecast_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& outlook = *context.outlook;
    Card card(ui, "forecast card", {.width = width, .height = height});
    const float inner = card.inner_width();
    if (card_title(ui, inner, icon::chart_line, "Forecast", outlook.none ? "" : "What moves it"))
        context.act(action::GoTo{Screen::forecast});
    gap(ui, 8);
    if (outlook.none) {
        text_wrapped_muted(ui, TextStyle::body, outlook.none->what + ". " + outlook.none->remedy + ".", inner);
        return;
    }
    const auto& forecast = *outlook.forecast;
    if (forecast.settled || forecast.won.count == 0) {
        text_wrapped(ui, TextStyle::body, headline_words(forecast, context.today), inner);
        return;
    }
    if (const auto missing = too_early_because(*context.deal); !missing.empty()) {
        text_wrapped(ui, TextStyle::heading, "Too early to say", inner);
        gap(ui, 4);
        text_wrapped_muted(ui, TextStyle::body, missing + ' ' + usual_odds_words(forecast), inner);
        return;
    }
    draw_numbers(context, forecast, inner);
    gap(ui, 4);
    draw_stack(ui, forecast, inner);
    gap(ui, 14);
    draw_range(context, forecast, inner);
}

}
