#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// "100,000 futures"
std::string futures_words(std::uint32_t futures) {
    auto digits = std::to_string(futures);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits + " futures";
}

void draw_outcome(const Ui& ui, const char* mark, std::string_view word, const Share& share, std::string_view percent,
                  ImU32 color, float width, float numbers) {
    const auto at = ImGui::GetCursorScreenPos();
    auto* list = ImGui::GetWindowDrawList();
    const float height = ui.px(36);
    const float middle = at.y + height / 2;
    draw_icon(ui, list, mark, {at.x + ui.px(8), middle}, ui.px(16), color);
    draw_text_in(ui, list, TextStyle::body, {at.x + ui.px(28), at.y}, {at.x + ui.px(112), at.y + height}, ui.color().text, word);
    const ImVec2 min{at.x + ui.px(116), middle - ui.px(6)};
    const ImVec2 max{std::max(min.x + ui.px(20), at.x + width - numbers), middle + ui.px(6)};
    list->AddRectFilled(min, max, ui.color().fill, ui.px(2));
    const auto filled = static_cast<float>(share.value()) * (max.x - min.x);
    if (filled >= 1) list->AddRectFilled(min, {min.x + filled, max.y}, color, ui.px(2));
    // The error beside it, each at its own edge.
    const auto error = error_words(share);
    draw_text_in(ui, list, TextStyle::strong, {at.x + width - numbers, at.y}, {at.x + width - ui.px(34), at.y + height}, ui.color().text, percent,
                 Align::right);
    draw_text_in(ui, list, TextStyle::caption, {at.x + width - ui.px(34), at.y}, {at.x + width, at.y + height}, ui.color().text_muted,
                 error, Align::right);
    ImGui::Dummy({width, height});
    ui.note_rect(ItemRole::text, word, at, {at.x + width, at.y + height}, std::string(percent) + ' ' + error);
}

}

void draw_outcomes_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto& outlook = *context.outlook;
    const auto& forecast = *outlook.forecast;
    Card card(ui, "outcomes", {.width = width});
    const auto start = ImGui::GetCursorScreenPos();
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "How it ends");
    ui.note_level(2);
    const auto words = futures_words(forecast.futures);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, {start.x + ui.px(100), start.y},
                 {start.x + inner, start.y + ui.px(20)}, ui.color().text_muted, words, Align::right);
    ui.note_rect(ItemRole::status, words, {start.x + ui.px(100), start.y}, {start.x + inner, start.y + ui.px(20)});
    gap(ui, 8);
    const auto percents = outcome_percents(forecast);
    // The bars end where the widest of the numbers begins: "under 1 %" is wider than "31 %".
    float numbers = 0;
    for (const auto* percent : {&percents.won, &percents.no_decision, &percents.lost}) {
        numbers = std::max(numbers, text_size(ui, TextStyle::strong, *percent).x);
    }
    numbers = std::max(ui.px(92), numbers + ui.px(34 + 12));
    draw_outcome(ui, icon::circle_check, "Won", forecast.won, percents.won, ui.color().outcome_won, inner, numbers);
    draw_outcome(ui, icon::circle_pause, "No decision", forecast.no_decision, percents.no_decision, ui.color().outcome_no_decision, inner, numbers);
    draw_outcome(ui, icon::circle_x, "Lost", forecast.lost, percents.lost, ui.color().outcome_lost, inner, numbers);
    gap(ui, 8);
    const auto others = forecast.futures - forecast.won.count;
    if (others > 0) {
        const Share open{forecast.no_decision.count, others};
        text_wrapped_muted(ui, TextStyle::body, "Of what is not won, " + percent_words(open) + " ends without a decision.", inner);
    }
}

void draw_what_if_card(const Context& context, float width, float height) {
    const auto& ui = context.ui;
    const auto& outlook = *context.outlook;
    const auto& what_ifs = context.view.forecast.what_ifs;
    Card card(ui, "what if", {.width = width, .height = height});
    const auto start = ImGui::GetCursorScreenPos();
    const float inner = card.inner_width();
    text(ui, TextStyle::strong, "What if");
    ui.note_level(2);
    if (!what_ifs.empty()) {
        const float wide = button_width(ui, "Reset", {.small = true});
        ImGui::SetCursorScreenPos({start.x + inner - wide, start.y - ui.px(4)});
        if (button(ui, ButtonKind::link, "Reset", {.small = true})) context.view.forecast.what_ifs.clear();
        ImGui::SetCursorScreenPos({start.x, start.y + ui.px(28)});
    }
    gap(ui, 6);
    if (what_ifs.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "Switch something on, several at once if you like, to see what it would change.",
                           inner);
    } else if (!outlook.what_if) {
        text_muted(ui, TextStyle::body, "Playing the futures");
    } else {
        const auto& now = *outlook.forecast;
        const auto& then = *outlook.what_if;
        const auto at = ImGui::GetCursorScreenPos();
        auto* list = ImGui::GetWindowDrawList();
        const float high = ui.px(36);
        const auto from = of_100_words(now.won);
        const auto to = percent_words(then.won);
        draw_text_in(ui, list, TextStyle::number, at, {at.x + inner, at.y + high}, ui.color().text_muted, from);
        float x = at.x + text_size(ui, TextStyle::number, from).x + ui.px(20);
        draw_icon(ui, list, icon::arrow_right, {x, at.y + high / 2}, ui.px(18), ui.color().text_muted);
        x += ui.px(20);
        draw_text_in(ui, list, TextStyle::number, {x, at.y}, {at.x + inner, at.y + high}, ui.color().text, to);
        x += text_size(ui, TextStyle::number, to).x + ui.px(8);
        draw_text_in(ui, list, TextStyle::body, {x, at.y + ui.px(6)}, {at.x + inner, at.y + high}, ui.color().text_muted,
                     error_words(then.won));
        ui.note_rect(ItemRole::text, "What if: chance of winning", at, {at.x + inner, at.y + high}, from + " to " + to);
        ImGui::Dummy({inner, high});
        if (then.settled) {
            text_wrapped_muted(ui, TextStyle::body, "It would be decided.", inner);
        } else if (then.close.p50 && now.close.p50) {
            const int days = *now.close.p50 - *then.close.p50;
            const auto weeks = (std::abs(days) + 3) / 7;
            text_wrapped_muted(
                ui, TextStyle::body,
                "Closing around " + short_date(*then.close.p50, context.today) +
                    (weeks == 0 ? std::string(", as before")
                                : ", " + std::to_string(weeks) + (weeks == 1 ? " week" : " weeks") + (days > 0 ? " earlier" : " later")) +
                    ".",
                inner);
        }
        for (const auto& what : what_ifs) {
            gap(ui, 4);
            icon_text(ui, TextStyle::body, icon::circle_arrow_right, ui.color().accent,
                      fitted(ui, TextStyle::body, what_if_words(*context.deal, what), inner - ui.px(28)));
        }
    }
    gap(ui, 8);
    icon_text(ui, TextStyle::body, icon::shield, ui.color().text_muted, "Only a what-if: the deal stays as it is.");
}

}
