#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/session/monthly_amounts.hpp"
#include "core/diary/diary.hpp"
#include "app/viewmodel/deals_data.hpp"
#include "app/ui/cards/analysis/forecast_cards.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

void draw_page(const Context& context) {
    draw_forecast(context);
    draw_explained(context);
}

// A page with a deal open, everything worked out.
struct Opened : PageFixture {
    explicit Opened(Deal deal, ImVec2 size = ImVec2(1440, 2400)) : PageFixture(size) {
        document.playbooks = shipped_playbooks();
        document.wording = english();
        open(std::move(deal));
        work();
    }
    void work() {
        draw(draw_page);
        while (forecasts.work()) {
        }
        draw(draw_page);
    }
    std::string value(std::string_view label) const {
        const auto* found = item(label);
        REQUIRE(found);
        return found->value;
    }
};

Date day() {
    return Date::from_calendar(2026, 6, 16).value();
}

}

TEST_CASE("Forecast: the page says whether, when, how it ends and what moves it") {
    Opened page(sample("brightwater", day()));
    CHECK(page.says("in 100 futures are won; half of those by"));
    CHECK(page.says("10,000 futures"));
    for (const auto* label : {"Won", "No decision", "Lost"}) {
        CHECK(page.value(label).find(" % \u00b1 ") != std::string::npos);
    }
    CHECK(page.says("won by 31 Aug"));
    CHECK(page.value("expected amount").find("of \u20ac184,000") != std::string::npos);
    CHECK(page.shows("Decide in the fan"));
    CHECK(page.shows("Four quiet weeks as a driver"));
    CHECK(page.shows("Marcus Olsen as a driver"));
    CHECK_FALSE(page.shows("Decide as a driver")); // kept, it is won: no news
    CHECK(page.shows("Odds of Invest"));
}

TEST_CASE("Forecast: a switch asks what if and leaves the deal alone; Reset takes it back") {
    Opened page(sample("brightwater", day()));
    const auto before = find_entry(page.document, open_id(page.document))->deal;
    page.press("Suppose: Invest is kept today", draw_page);
    REQUIRE(page.view.forecast.what_ifs.size() == 1);
    page.work();
    const auto words = page.value("What if: chance of winning");
    const auto first = std::stoi(words);
    const auto second = std::stoi(words.substr(words.find("to ") + 3));
    CHECK(second > first + 5);
    CHECK(find_entry(page.document, open_id(page.document))->deal == before);
    CHECK_FALSE(page.has_action<action::Apply>());
    page.press("Suppose: Invest is kept today", draw_page);
    CHECK(page.view.forecast.what_ifs.empty());
    page.press("Suppose: Nothing is done for 4 weeks", draw_page);
    CHECK(page.view.forecast.what_ifs.size() == 1);
    page.press("Reset", draw_page);
    CHECK(page.view.forecast.what_ifs.empty());
}

TEST_CASE("Forecast: each commitment's odds are taken apart") {
    Opened page(sample("brightwater", day()));
    page.press("Odds of Invest", draw_page);
    CHECK(page.view.explained == Explained::odds);
    CHECK(page.says("Its playbook step is kept in 65 of 100 tries"));
    CHECK(page.says("the one least for it, stands at"));
    page.view.explained = Explained::nothing;
    page.draw(draw_page);
    page.press("How this is worked out", draw_page);
    CHECK(page.view.explained == Explained::forecast);
    CHECK(page.says("ends"));
}

TEST_CASE("Forecast: nothing decides, decided, lost, and nothing but the decision") {
    auto deal = sample("brightwater", day());
    SECTION("nothing decides") {
        for (auto& one : deal.commitments) {
            one.decides = false;
        }
        Opened page(deal);
        CHECK(page.says("Nothing decides in this plan yet"));
        page.press("Open the commitments", draw_page);
        CHECK(page.action<action::GoTo>().screen == Screen::commitments);
    }
    SECTION("lost") {
        deal.outcome = Lost{day() - 3, {}, {}};
        Opened page(deal);
        CHECK(page.says("It was lost on 13 Jun."));
        CHECK_FALSE(page.shows("Won"));
    }
    SECTION("only the decision is left") {
        std::erase_if(deal.commitments, [](const Commitment& one) { return !one.decides; });
        for (auto& one : deal.commitments) {
            one.prerequisites.clear();
        }
        deal.playbook.clear(); // no step of one is left out then
        deal.amount.reset();
        deal.targets.clear();
        Opened page(deal);
        CHECK(page.shows("Decide in the fan"));
        CHECK(page.says("no amount"));
        CHECK(page.says("no date"));
    }
}

TEST_CASE("Forecast: the first answer is there in the first frame, later ones take its place") {
    PageFixture page(ImVec2(1440, 2400));
    page.document.playbooks = shipped_playbooks();
    page.document.wording = english();
    page.open(sample("passive", day()));
    page.draw(draw_page);
    CHECK(page.says("10,000 futures"));
    CHECK(page.says("Trying everything out"));
    while (page.forecasts.work()) {
    }
    page.draw(draw_page);
    CHECK(page.says("10,000 futures"));
    CHECK_FALSE(page.says("Trying everything out"));
}

TEST_CASE("Forecast: crowded and on a phone nothing is lost") {
    SECTION("crowded") {
        Opened page(crowded_deal(day()), ImVec2(1440, 4000));
        CHECK(page.says("Show all"));
    }
    SECTION("phone") {
        Opened page(sample("pushed", day()), ImVec2(390, 4000));
        CHECK(page.shows("Decide in the fan"));
        CHECK(page.shows("Odds of Invest"));
    }
}

TEST_CASE("Forecasts: a new revision begins anew and keeps the gains of the old one until it has its own") {
    Opened page(sample("passive", day()));
    const auto id = open_id(page.document);
    const auto number = page.forecasts.gains_number(id);
    CHECK(number == 1);
    CHECK_FALSE(page.forecasts.gains(id).empty());
    auto& entry = page.document.entries.front();
    entry.deal.stakeholders.front().influence = 10;
    entry.revision = page.document.next_revision++;
    page.draw(draw_page);
    CHECK(page.says("10,000 futures"));
    CHECK(page.forecasts.gains_number(id) == number);
    CHECK_FALSE(page.forecasts.gains(id).empty());
    page.work();
    CHECK(page.forecasts.gains_number(id) == number + 1);
}

TEST_CASE("Deals: chance and close for each, what is expected by month for all, currencies apart") {
    PageFixture page(ImVec2(1440, 2400));
    page.document.playbooks = shipped_playbooks();
    page.document.wording = english();
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        page.open(sample(name, day()));
    }
    page.go(Screen::deals);
    page.draw(draw_deals);
    while (page.forecasts.work()) {
    }
    page.draw(draw_deals);
    CHECK(page.shows("Chance"));
    CHECK(page.says("September EUR"));
    CHECK(page.says("September NZD"));
    const auto& rows = page.deals_cache.rows(page.document, page.derived_cache, page.today, page.forecasts, page.document.playbooks);
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) {
        REQUIRE(row.chance);
        CHECK(row.chance->of == shown_futures);
    }
    std::vector<const Outlook*> outlooks;
    for (const auto& row : rows) {
        outlooks.push_back(row.outlook);
    }
    // The months of one deal add up to its expected amount, but for what is rounded down.
    const auto months = monthly_amounts(std::span(outlooks).first(1), page.today);
    std::int64_t sum = 0;
    for (const auto& month : months) {
        CHECK(month.expected.currency == "EUR");
        CHECK(month.low.minor <= month.high.minor);
        sum += month.expected.minor;
    }
    CHECK(sum <= rows.front().outlook->forecast->expected->minor);
    CHECK(sum > rows.front().outlook->forecast->expected->minor * 99 / 100);
}

TEST_CASE("Forecasts: the user's own closed deals move the odds, and are named") {
    Opened page(sample("brightwater", day()));
    const auto chance = [&] {
        return page.forecasts
            .of(find_entry(page.document, open_id(page.document))->deal,
                page.derived_cache.of(find_entry(page.document, open_id(page.document))->deal, knowledge_of(page.document),
                                      find_entry(page.document, open_id(page.document))->revision, page.today),
                {page.own_odds.playbooks(), page.document.wording}, find_entry(page.document, open_id(page.document))->revision, page.today,
                Depth::everything)
            .forecast->won.value();
    };
    const auto before = chance();
    page.press("Odds of Invest", draw_page);
    CHECK(page.says("None of your own closed deals says anything about it yet."));
    page.view.explained = Explained::nothing;
    // Four deals of one's own in which Invest was declined.
    const auto opened = open_id(page.document);
    for (int i = 0; i < 4; ++i) {
        auto lost = sample("brightwater", day());
        lost.id = {"lost0" + std::to_string(i)};
        lost.sample = false;
        lost.outcome = Lost{day() - 1, {}, {}};
        for (auto& one : lost.commitments) {
            one.events = {{CommitmentEventKind::asked, day() - 9, {}, {}, {}, {}}};
            if (one.step == "invest") one.events.push_back({CommitmentEventKind::declined, day() - 5, {}, {}, {}, {}});
        }
        page.open(std::move(lost));
    }
    open_deal(page.world(), opened, Screen::deal);
    page.work();
    CHECK(chance() < before * 0.7);
    page.press("Odds of Invest", draw_page);
    CHECK(page.says("In your 4 closed deals it was kept in 0 of 4 tries"));
    page.view.explained = Explained::nothing;
    page.view.playbooks.chosen = "ten-commitments";
    page.draw(draw_playbooks);
    CHECK(page.says("In your 4 closed deals it was kept in 0 of 4 tries"));
}

TEST_CASE("Commitments: the timeline shows what was kept, what is due and when the rest may come") {
    Opened page(sample("brightwater", day()));
    page.draw(draw_commitments);
    page.press("Timeline", draw_commitments);
    CHECK(page.value("Time on the timeline").starts_with("kept "));
    CHECK(page.value("Decide on the timeline").find("8 in 10 futures") != std::string::npos);
    page.press("Invest on the timeline", draw_commitments);
    REQUIRE(find(find_entry(page.document, open_id(page.document))->deal, page.view.commitment));
    CHECK(find(find_entry(page.document, open_id(page.document))->deal, page.view.commitment)->title == "Invest");
}

TEST_CASE("Forecast in words") {
    CHECK(percent_words({58, 100}) == "58 %");
    CHECK(percent_words({0, 100}) == "0 %");
    CHECK(percent_words({1, 1000}) == "under 1 %");
    CHECK(percent_words({9999, 10000}) == "over 99 %");
    CHECK(percent_words({100, 100}) == "100 %");
    CHECK(percent_with_error({5000, 10000}) == "50 % \u00b1 1");
    CHECK(percent_with_error({50, 100}) == "50 % \u00b1 10");
    CHECK(change_words({50, 100}, {61, 100}) == "+11");
    CHECK(change_words({50, 100}, {41, 100}) == "\u22129");
    CHECK(change_words({50, 100}, {50, 100}) == "0");
    CHECK(rounded_money({8307638, "EUR"}) == Money{8310000, "EUR"});
    CHECK(rounded_money({999, "EUR"}) == Money{999, "EUR"});
}

TEST_CASE("Forecast: beside what the chance was stands why it is another one now, and who can stop it in how it is worked out") {
    auto deal = sample("brightwater", day());
    deal.sample = false;
    const auto found = std::ranges::find(deal.stakeholders, Role::decision_maker, &Stakeholder::role);
    REQUIRE(found != deal.stakeholders.end());
    auto& decider = *found;
    for (auto& person : deal.stakeholders) {
        person.stances = {{day() - 40, Stance::supportive, {}}};
    }
    decider.stances.push_back({day() - 2, Stance::opposed, {}});
    const auto name = decider.name;
    for (const auto size : {ImVec2(1440, 2400), ImVec2(1024, 2400), ImVec2(390, 3600)}) {
        deal.diary = {{.on = day() - 7, .won = 310, .by = 1}};
        Opened page(deal, size);
        auto& diary = find_entry(page.document, open_id(page.document))->deal.diary;
        const auto& forecast = *page.forecasts.of(deal, page.derived_cache.of(deal, knowledge_of(page.document), 1, day()), knowledge_of(page.document), 1, day(), Depth::everything).forecast;
        const auto now = belief_of(forecast, day(), 1);
        REQUIRE(now);
        diary.push_back(*now);
        page.work();
        page.work();
        CHECK(page.says("31 a week ago, "));
        CHECK(page.says(name + " went from supportive to opposed (Sun 14 Jun): "));
        CHECK(page.says("Together: "));
        page.press("How this is worked out", draw_page);
        page.work();
        CHECK(page.says(name + " can stop it and is the one least for it: opposed"));
        page.view.explained = Explained::nothing;
    }
}
