#include "app/session/back.hpp"

namespace middleground {

namespace {

bool shows_detail(const ViewState& view) {
    return (view.screen == Screen::commitments && !view.commitment.empty()) || (view.screen == Screen::people && !view.person.empty());
}

}

std::vector<Layer> layers_of(const Document& document, const ViewState& view, bool phone) {
    if (document.plan) return {Layer::link};
    std::vector<Layer> layers;
    if (document.preview) {
        layers.push_back(Layer::link);
    } else if (find_entry(document, document.open)) {
        layers.push_back(Layer::deal);
    }
    const auto bottom = layers.empty() ? Screen::deals : Screen::deal;
    if (view.screen != bottom) {
        layers.push_back(Layer::page);
        if (phone && shows_detail(view)) layers.push_back(Layer::detail);
    }
    return layers;
}

std::optional<Action> action_for_leaving(Layer layer, const Document& document) {
    switch (layer) {
    case Layer::link:
        return document.plan ? Action(action::ClosePlan{}) : Action(action::ClosePreview{});
    case Layer::deal:
        return action::GoTo{Screen::deals};
    case Layer::page:
        return action::GoTo{document.preview || find_entry(document, document.open) ? Screen::deal : Screen::deals};
    case Layer::detail:
        break;
    }
    return {};
}

void leave_detail(ViewState& view) {
    if (view.screen == Screen::commitments) view.commitment = {};
    if (view.screen == Screen::people) view.person = {};
}

std::optional<Action> action_for_returning(const LeftPage& left, const Document& document) {
    if (left.deal.empty()) return action::GoTo{left.screen};
    if (!find_entry(document, left.deal)) return {};
    return action::OpenDeal{left.deal, left.screen};
}

}
