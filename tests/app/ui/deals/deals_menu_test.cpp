#include "app/ui/shell/shell.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace middleground;

namespace {

Deal deal_of(std::string id, std::string account, std::string title = "Delivery planning") {
    Deal deal;
    deal.id = {std::move(id)};
    deal.account = std::move(account);
    deal.title = std::move(title);
    deal.created = deal.opened = Date::from_calendar(2026, 6, 1).value();
    return deal;
}

void put(PageFixture& page, Deal deal) {
    Entry entry;
    entry.deal = std::move(deal);
    entry.revision = page.document.next_revision++;
    page.document.entries.insert(page.document.entries.begin(), std::move(entry));
}

}

TEST_CASE("after Duplicate, the row opens with the next click, and not with a second click where the menu was") {
    const bool phone = GENERATE(false, true);
    PageFixture page(phone ? ImVec2(390, 844) : ImVec2(1440, 900));
    for (int i = 7; i >= 0; --i) {
        put(page, deal_of("aaaaa" + std::to_string(i), "Brightwater " + std::to_string(i)));
    }
    page.draw(draw_deals);
    page.press("More for Brightwater 2", draw_deals);
    page.press("Duplicate", draw_deals);
    REQUIRE(page.has_action<action::DuplicateDeal>());
    put(page, deal_of("bbbbbb", "Brightwater 2", "Delivery planning (copy)"));
    page.draw(draw_deals);
    SECTION("a second click, without moving") {
        page.click(draw_deals);
        CHECK_FALSE(page.has_action<action::OpenDeal>());
    }
    SECTION("a click on a row") {
        page.press("Brightwater 4", draw_deals);
        CHECK(page.action<action::OpenDeal>().id.text == "aaaaa4");
    }
}

TEST_CASE("The rail tells deals of one account apart") {
    PageFixture page;
    put(page, deal_of("cccccc", "Aotea Clinics"));
    put(page, deal_of("bbbbbb", "Brightwater Foods"));
    put(page, deal_of("aaaaaa", "Brightwater Foods", "Delivery planning (copy)"));
    const auto rail = [](const Context& context) { draw_rail(context); };
    page.draw(rail);
    CHECK(page.shows("Aotea Clinics"));
    REQUIRE(page.shows("Brightwater Foods, Delivery planning"));
    page.press("Brightwater Foods, Delivery planning (copy)", rail);
    CHECK(page.action<action::OpenDeal>().id.text == "aaaaaa");
    page.document.entries.erase(page.document.entries.begin());
    page.draw(rail);
    CHECK(page.shows("Brightwater Foods"));
}
