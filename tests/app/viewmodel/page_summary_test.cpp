#include "app/viewmodel/page_summary.hpp"

#include "tests/support/example_deal.hpp"
#include "tests/support/app/knowledge.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

std::string summary(Screen screen, const Deal& deal, const Derived& derived) {
    const Document document{};
    return page_summary({document, screen, &deal, &derived});
}

Derived derived_of(const Deal& deal) {
    return derive(deal, nothing_known(), test::today());
}

}

TEST_CASE("The page of a deal is summed up by what is to do next") {
    auto deal = test::example_deal();
    deal.account = "Acme";
    const auto derived = derived_of(deal);
    const auto* ask = first_ask(derived);
    REQUIRE(ask);
    CHECK(summary(Screen::deal, deal, derived).starts_with("Acme. Next: " + ask->title + ". "));
    CHECK(summary(Screen::deal, deal, derived).find(" kept.") != std::string::npos);
    CHECK(summary(Screen::merge, deal, derived) == "Two copies of Acme, compared.");
}

TEST_CASE("A deal without a plan, without a name, or closed is summed up as that") {
    Deal deal;
    CHECK(summary(Screen::deal, deal, derived_of(deal)) == "Untitled deal. This deal has no plan yet.");
    deal.title = "Trucks";
    CHECK(summary(Screen::deal, deal, derived_of(deal)) == "Trucks. This deal has no plan yet.");
    deal.outcome = Lost{};
    CHECK(summary(Screen::deal, deal, derived_of(deal)) == "Trucks. This deal is closed.");
}

TEST_CASE("Pages that begin with a summary of their own get no second one") {
    const auto deal = test::example_deal();
    const auto derived = derived_of(deal);
    for (const auto screen : {Screen::deals, Screen::commitments, Screen::people, Screen::log, Screen::forecast, Screen::brief, Screen::share,
                              Screen::settings, Screen::imports}) {
        CHECK(summary(screen, deal, derived).empty());
    }
}
