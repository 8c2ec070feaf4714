#include "app/views/ask_card.hpp"
#include "app/views/deal_cards.hpp"
#include "app/views/views.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "app/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Cards side by side of equal height: draws each at its place and puts the cursor below the row.
template <typename... Draw>
void card_row(const Ui& ui, float width, const Draw&... draw) {
    constexpr auto count = static_cast<float>(sizeof...(Draw));
    const float space = ui.px(16);
    const float each = (width - space * (count - 1)) / count;
    const auto start = ImGui::GetCursorScreenPos();
    float x = start.x;
    float bottom = start.y;
    const auto one = [&](const auto& card) {
        ImGui::SetCursorScreenPos({x, start.y});
        card(each);
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
        x += each + space;
    };
    (one(draw), ...);
    ImGui::SetCursorScreenPos({start.x, bottom});
    ImGui::Dummy({0, 0});
}

}

void draw_deal(const Context& context) {
    const auto& ui = context.ui;
    Page page(ui, "deal", context.min, context.max);
    draw_ask_card(context, page.width());
    gap(ui, 16);
    const auto commitments = [&](float width) { draw_plan_card(context, width); };
    const auto people = [&](float width) { draw_people_card(context, width); };
    const auto coming = [&](float width) { draw_coming_up_card(context, width); };
    if (page.width() < ui.px(760)) {
        commitments(page.width());
        gap(ui, 16);
        people(page.width());
        gap(ui, 16);
        coming(page.width());
    } else {
        card_row(ui, page.width(), commitments, people, coming);
    }
    gap(ui, 16);
    draw_recent_log_card(context, page.width());
    gap(ui, 24);
}

}
