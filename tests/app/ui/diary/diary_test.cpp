#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

void add_closed(PageFixture& page, int count) {
    Random random(8);
    for (int i = 0; i < count; ++i) {
        Entry entry;
        entry.deal.id = DealId::make(random);
        entry.deal.account = "Account " + std::to_string(i);
        entry.deal.title = "Title";
        const Date on = page.today - 3 * i - 1;
        entry.deal.outcome = i % 3 == 0 ? Outcome(Won{on}) : i % 3 == 1 ? Outcome(Lost{on, {}, {}}) : Outcome(NoDecision{on, {}});
        const int chance = i % 3 == 0 ? 700 : 300;
        entry.deal.diary = {{on - 95, chance - 100, 40, 90, 200, 1}, {on - 62, chance, 30, 55, 120, 1}, {on - 31, chance + 50, 10, 20, 60, 1}};
        entry.revision = page.document.next_revision++;
        page.document.entries.push_back(std::move(entry));
    }
}

}

TEST_CASE("Diary: before a deal has ended it says what it will show") {
    PageFixture page;
    page.go(Screen::diary);
    page.draw(draw_diary);
    CHECK(page.says("None of your deals has ended yet"));
}

TEST_CASE("Diary: few deals are too few to say") {
    PageFixture page;
    add_closed(page, 4);
    page.go(Screen::diary);
    page.draw(draw_diary);
    CHECK(page.says("Too few deals to say how good the forecast was"));
    CHECK(page.says("too few to say"));
    CHECK(page.says("36 are missing yet"));
}

TEST_CASE("Diary: with many deals it has scores, a record that can be switched off, and a row for each deal") {
    for (const auto size : {ImVec2(1440, 2400), ImVec2(390, 4000)}) {
        PageFixture page(size);
        add_closed(page, 60);
        page.go(Screen::diary);
        page.draw(draw_diary);
        CHECK(page.says("The chances were right"));
        CHECK(page.says("Brier score, lower is better"));
        CHECK(page.says("By your last 60 deals"));
        page.press("Show recalibrated chances", draw_diary);
        CHECK_FALSE(page.action<action::SetSettings>().settings.recalibrates);
        CHECK_FALSE(page.says("Account 9"));
        page.press("Show 54 more", draw_diary);
        CHECK(page.says("Account 9"));
        page.press("Account 0, Title, ended 15 Jun", draw_diary);
        CHECK(page.has_action<action::OpenDeal>());
        page.press("Last 12 months", draw_diary);
        CHECK(page.view.diary.last_year);
    }
}

TEST_CASE("Diary: what moved this week stands first by how much, and opens the forecast") {
    PageFixture page;
    for (const int now : {290, 220}) {
        Entry entry;
        Random random(static_cast<std::uint64_t>(now));
        entry.deal.id = DealId::make(random);
        entry.deal.account = "Account " + std::to_string(now);
        entry.deal.opened = page.today - 30;
        entry.deal.diary = {{.on = page.today - 7, .won = 310, .by = 1}, {.on = page.today, .won = now, .by = 1}};
        entry.revision = page.document.next_revision++;
        page.document.entries.push_back(std::move(entry));
    }
    page.go(Screen::diary);
    page.draw(draw_diary);
    CHECK(page.says("31 a week ago, 22 now"));
    CHECK(page.item("Account 220")->min.y < page.item("Account 290")->min.y);
    page.press("Account 220", draw_diary);
    CHECK(page.action<action::OpenDeal>().screen == Screen::forecast);
}
