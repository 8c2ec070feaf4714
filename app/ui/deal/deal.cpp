#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deal/ask_card.hpp"
#include "app/ui/deal/deal_cards.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <functional>

namespace middleground {

namespace {

// A card and how many of the row's columns it takes.
template <typename Draw>
struct Span {
    int columns;
    const Draw& draw;
};
template <typename Draw>
Span(int, const Draw&) -> Span<Draw>;

// Cards side by side: draws each at its place and puts the cursor below the row.
template <typename... Cards>
void card_row(const Ui& ui, float width, const Cards&... cards) {
    const float space = ui.px(16);
    const float column = (width + space) / static_cast<float>((cards.columns + ...)) - space;
    const auto start = ImGui::GetCursorScreenPos();
    float x = start.x;
    float bottom = start.y;
    const auto one = [&](const auto& card) {
        const float card_width = column * static_cast<float>(card.columns) + space * static_cast<float>(card.columns - 1);
        ImGui::SetCursorScreenPos({x, start.y});
        card.draw(card_width);
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
        x += card_width + space;
    };
    (one(cards), ...);
    ImGui::SetCursorScreenPos({start.x, bottom});
    ImGui::Dummy({0, 0});
}

}

void draw_deal(const Context& context) {
    const auto& ui = context.ui;
    Page page(ui, "deal", context.min, context.max);
    draw_ask_card(context, page.width());
    gap(ui, 16);
    constexpr float analysis_height = 255;
    constexpr float list_height = 312;
    const auto balance = [&](float width) { draw_balance_card(context, width, ui.px(analysis_height)); };
    const auto consensus = [&](float width) { draw_consensus_card(context, width, ui.px(analysis_height)); };
    const auto commitments = [&](float width) { draw_plan_card(context, width, ui.px(analysis_height)); };
    const auto findings = [&](float width) { draw_findings_card(context, width, ui.px(list_height)); };
    const auto coming = [&](float width) { draw_coming_up_card(context, width, ui.px(list_height)); };
    const auto forecast = [&](float width) { draw_forecast_card(context, width, ui.px(analysis_height)); };
    const auto log = [&](float width) { draw_recent_log_card(context, width); };
    const float width = page.width();
    if (width < ui.px(760)) {
        for (const auto& card :
             std::initializer_list<std::function<void(float)>>{balance, consensus, forecast, findings, commitments, coming}) {
            card(width);
            gap(ui, 16);
        }
    } else if (width < ui.px(1000)) {
        // Beside the panel of the details, and on small windows: three in a row would cut their numbers.
        card_row(ui, width, Span{1, balance}, Span{1, consensus});
        gap(ui, 16);
        const auto coming_as_high = [&](float card_width) { draw_coming_up_card(context, card_width, ui.px(analysis_height)); };
        card_row(ui, width, Span{1, forecast}, Span{1, coming_as_high});
        gap(ui, 16);
        findings(width);
        gap(ui, 16);
        card_row(ui, width, Span{1, commitments}, Span{1, log});
        gap(ui, 24);
        return;
    } else {
        card_row(ui, width, Span{1, balance}, Span{1, consensus}, Span{1, forecast});
        gap(ui, 16);
        card_row(ui, width, Span{2, findings}, Span{1, coming});
        gap(ui, 16);
        card_row(ui, width, Span{1, commitments}, Span{2, log});
        gap(ui, 24);
        return;
    }
    draw_recent_log_card(context, page.width());
    gap(ui, 24);
}

}
