#include "app/session/shown.hpp"

#include "app/session/document.hpp"
#include "app/values/overloaded.hpp"

#include <utility>

namespace middleground {

namespace {

Behind behind(const Shown& shown) {
    return std::visit(Overloaded{
                          [](const shown::Deals&) { return Behind(); },
                          [](const shown::DealPage& page) { return Behind(page.id); },
                          [](const shown::PreviewPage& page) { return Behind(page.preview); },
                          [](const shown::BuyerPlanPage& page) { return page.behind.empty() ? Behind() : Behind(page.behind); },
                          [](const auto& page) { return page.behind; },
                      },
                      shown);
}

// The page over what is behind; where a deal's page would be over none, and the list over one, what is behind itself.
Shown page_over(Behind behind, Screen screen) {
    if (screen == Screen::playbooks) return shown::Playbooks{std::move(behind)};
    if (screen == Screen::diary) return shown::Diary{std::move(behind)};
    if (screen == Screen::settings) return shown::Settings{std::move(behind)};
    if (screen == Screen::imports) return shown::Imports{std::move(behind)};
    if (screen == Screen::today) return shown::Today{std::move(behind)};
    if (screen == Screen::week) return shown::Week{std::move(behind)};
    const auto page = is_deal_page(screen) ? screen : Screen::deal;
    if (auto* preview = std::get_if<Preview>(&behind)) return shown::PreviewPage{std::move(*preview), page};
    if (auto* id = std::get_if<DealId>(&behind)) return shown::DealPage{std::move(*id), page == Screen::merge ? Screen::deal : page};
    return shown::Deals{};
}

}

Screen screen_of(const Shown& shown) {
    return std::visit(Overloaded{
                          [](const shown::Deals&) { return Screen::deals; },
                          [](const shown::DealPage& page) { return page.page; },
                          [](const shown::PreviewPage& page) { return page.page; },
                          [](const shown::BuyerPlanPage&) { return Screen::deals; },
                          [](const shown::Playbooks&) { return Screen::playbooks; },
                          [](const shown::Diary&) { return Screen::diary; },
                          [](const shown::Settings&) { return Screen::settings; },
                          [](const shown::Imports&) { return Screen::imports; },
                          [](const shown::Today&) { return Screen::today; },
                          [](const shown::Week&) { return Screen::week; },
                      },
                      shown);
}

const DealId& open_id(const Shown& shown) {
    static const DealId none;
    return std::visit(Overloaded{
                          [](const shown::Deals&) -> const DealId& { return none; },
                          [](const shown::DealPage& page) -> const DealId& { return page.id; },
                          [](const shown::PreviewPage&) -> const DealId& { return none; },
                          [](const shown::BuyerPlanPage& page) -> const DealId& { return page.behind; },
                          [](const auto& page) -> const DealId& {
                              const auto* id = std::get_if<DealId>(&page.behind);
                              return id ? *id : none;
                          },
                      },
                      shown);
}

const Preview* preview_of(const Shown& shown) {
    return std::visit(Overloaded{
                          [](const shown::Deals&) -> const Preview* { return nullptr; },
                          [](const shown::DealPage&) -> const Preview* { return nullptr; },
                          [](const shown::PreviewPage& page) { return &page.preview; },
                          [](const shown::BuyerPlanPage&) -> const Preview* { return nullptr; },
                          [](const auto& page) { return std::get_if<Preview>(&page.behind); },
                      },
                      shown);
}

const shown::BuyerPlanPage* buyer_plan_page_of(const Shown& shown) {
    return std::get_if<shown::BuyerPlanPage>(&shown);
}

Screen screen_of(const Document& document) {
    return screen_of(*document.shown);
}

const DealId& open_id(const Document& document) {
    return open_id(*document.shown);
}

const Preview* preview_of(const Document& document) {
    return preview_of(*document.shown);
}

const shown::BuyerPlanPage* buyer_plan_page_of(const Document& document) {
    return buyer_plan_page_of(*document.shown);
}

Shown gone_to(const Shown& shown, Screen screen) {
    const bool leaves = is_home_page(screen) || screen == Screen::imports;
    if (buyer_plan_page_of(shown)) return leaves ? without_deal(shown, open_id(shown)) : shown;
    auto over = behind(shown);
    if (leaves && std::holds_alternative<DealId>(over)) over = {};
    return page_over(std::move(over), screen);
}

Shown opened(const Shown& shown, const DealId& id, Screen screen) {
    if (const auto* plan = buyer_plan_page_of(shown)) {
        auto same = *plan;
        same.behind = id;
        return same;
    }
    return page_over(id, screen);
}

Shown come_back(const Shown& shown) {
    return buyer_plan_page_of(shown) ? shown : page_over(behind(shown), Screen::deal);
}

Shown without_deal(const Shown& shown, const DealId& id) {
    if (id.empty() || open_id(shown) != id) return shown;
    if (const auto* plan = buyer_plan_page_of(shown)) {
        auto same = *plan;
        same.behind = {};
        return same;
    }
    return page_over({}, screen_of(shown));
}

}
