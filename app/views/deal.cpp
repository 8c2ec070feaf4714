#include "app/views/analysis_cards.hpp"
#include "app/views/ask_card.hpp"
#include "app/views/deal_cards.hpp"
#include "app/views/views.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <functional>

namespace middleground {

namespace {

// A card and how many of the row's columns it takes.
template <typename Draw>
struct Share {
    int columns;
    const Draw& draw;
};
template <typename Draw>
Share(int, const Draw&) -> Share<Draw>;

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
    constexpr float analysis_height = 290;
    constexpr float list_height = 324;
    const auto balance = [&](float width) { draw_balance_card(context, width, ui.px(analysis_height)); };
    const auto consensus = [&](float width) { draw_consensus_card(context, width, ui.px(analysis_height)); };
    const auto commitments = [&](float width) { draw_plan_card(context, width, ui.px(analysis_height)); };
    const auto findings = [&](float width) { draw_findings_card(context, width, ui.px(list_height)); };
    const auto coming = [&](float width) { draw_coming_up_card(context, width, ui.px(list_height)); };
    const float width = page.width();
    if (width < ui.px(760)) {
        for (const auto& card : std::initializer_list<std::function<void(float)>>{balance, consensus, findings, commitments, coming}) {
            card(width);
            gap(ui, 16);
        }
    } else {
        card_row(ui, width, Share{1, balance}, Share{1, consensus}, Share{1, commitments});
        gap(ui, 16);
        card_row(ui, width, Share{2, findings}, Share{1, coming});
        gap(ui, 16);
    }
    draw_recent_log_card(context, page.width());
    gap(ui, 24);
}

}
