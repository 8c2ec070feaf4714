// The review of a week: what it shows, where a press leads, and that it is whole at any size.
#include "app/ui/week/week_parts.hpp"
#include "app/ui/pages.hpp"
#include "app/session/action.hpp"
#include "core/agenda/week_words.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

void fill(PageFixture& page, int count) {
    page.document.playbooks = shipped_playbooks();
    page.document.wording = english();
    page.today = test::today();
    for (int i = 0; i < count; ++i) {
        auto deal = calm_deal();
        deal.id = {"d" + std::to_string(10000 + i)};
        deal.account = "Account " + std::to_string(i);
        deal.promises = {{{"pp0001"}, today() - 20, anna, "Cost of two shifts", today() - 2, {{PromiseEventKind::made, today() - 20, {}}, {PromiseEventKind::kept, today() - 1, {}}}, {}}};
        deal.diary = {{today() - 8, 300 + i, 20, 60, 100, 1}, {today() - 1, 350 + 2 * i, 20, 80, 120, 1}};
        page.open(std::move(deal));
    }
    page.go(Screen::week);
}

}

TEST_CASE("the week has its numbers, what moved, chances, and what is due") {
    PageFixture page;
    fill(page, 3);
    page.draw(draw_week);
    CHECK(page.says("promises of yours kept"));
    CHECK(page.says("What moved"));
    CHECK(page.says("Close dates that slipped"));
    const auto* chance = page.item("Account 0");
    REQUIRE(chance);
    CHECK(page.says("to 35 %"));
    CHECK(page.shows("Due next"));
}

TEST_CASE("the week before is one press back, and this one is the last") {
    PageFixture page;
    fill(page, 2);
    page.draw(draw_week);
    page.press("The week before", draw_week);
    CHECK(page.view.week.back == 1);
    CHECK_FALSE(page.says("Cost of two shifts"));
    CHECK(page.shows("Due after that"));
    page.press("The week after", draw_week);
    page.press("The week after", draw_week);
    CHECK(page.view.week.back == 0);
    CHECK(page.says("Cost of two shifts"));
}

TEST_CASE("a press on what happened opens it in its deal, and what is copied is the whole week") {
    PageFixture page;
    fill(page, 1);
    page.draw(draw_week);
    page.press("Cost of two shifts", draw_week);
    CHECK(page.action<action::OpenDeal>().screen == Screen::people);
    REQUIRE(page.view.errand);
    CHECK(page.view.errand->about == Subject(PromiseId{"pp0001"}));
    page.press("Copy as text", draw_week);
    CHECK(page.action<action::CopyText>().text.contains("## Your promises"));
}

TEST_CASE("a long group is shown to its end when it is asked for") {
    PageFixture page(ImVec2(1440, 3000));
    fill(page, 12);
    page.draw(draw_week);
    CHECK(page.shows("7 more"));
    const float above = page.item("7 more")->min.y;
    page.press("7 more", draw_week);
    // The group below still offers its own.
    const auto* next = page.item("7 more");
    CHECK((next == nullptr || next->min.y > above));
}

TEST_CASE("the week is whole without deals, crowded, and at every width") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(700, 600), ImVec2(390, 844), ImVec2(320, 568)}) {
        CAPTURE(size.x);
        PageFixture page(size);
        fill(page, 0);
        page.draw(draw_week);
        CHECK(page.says("No deal was open"));
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            Random random(seed);
            auto deal = lively_deal(random);
            deal.id = {"d" + std::to_string(20000 + seed)};
            page.open(std::move(deal));
        }
        page.go(Screen::week);
        page.draw(draw_week);
        CHECK(page.says("What moved"));
    }
}
