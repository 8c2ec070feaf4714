#include "app/session/back.hpp"

namespace middleground {

namespace {

bool shows_detail(Screen screen, const ViewState& view) {
    return (screen == Screen::commitments && !view.commitment.empty()) || (screen == Screen::people && !view.person.empty());
}

}

std::vector<Layer> layers_of(const Document& document, const ViewState& view, bool phone) {
    if (buyer_plan_page_of(document)) return {Layer::link};
    std::vector<Layer> layers;
    if (document.shown.home() != document.shown.first()) layers.push_back(Layer::list);
    if (preview_of(document)) {
        layers.push_back(Layer::link);
    } else if (!open_id(document).empty()) {
        layers.push_back(Layer::deal);
    }
    const bool in_deal = preview_of(document) || !open_id(document).empty();
    const auto bottom = in_deal ? Screen::deal : document.shown.home();
    const auto screen = screen_of(document);
    if (screen != bottom) {
        layers.push_back(Layer::page);
        if (phone && shows_detail(screen, view)) layers.push_back(Layer::detail);
    }
    return layers;
}

std::optional<Action> action_for_leaving(Layer layer, const Document& document) {
    switch (layer) {
    case Layer::link:
        return buyer_plan_page_of(document) ? Action(action::CloseBuyerPlan{}) : Action(action::ClosePreview{});
    case Layer::list:
        return action::GoTo{document.shown.first()};
    case Layer::deal:
        return action::GoTo{document.shown.home()};
    case Layer::page:
        return action::GoTo{preview_of(document) || !open_id(document).empty() ? Screen::deal : document.shown.home()};
    case Layer::detail:
        break;
    }
    return {};
}

void leave_detail(const Document& document, ViewState& view) {
    const auto screen = screen_of(document);
    if (screen == Screen::commitments) view.commitment = {};
    if (screen == Screen::people) view.person = {};
}

std::optional<Action> action_for_returning(const LeftPage& left, const Document& document) {
    if (left.deal.empty()) return action::GoTo{left.screen};
    if (!find_entry(document, left.deal)) return {};
    return action::OpenDeal{left.deal, left.screen};
}

}
