// What to do next, the chance and the day, and what is counted: the same on every screen and on the command line, before and after a visit.
#include "app/session/monthly_amounts.hpp"
#include "app/ui/palette/commands.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/viewmodel/people_data.hpp"
#include "app/ui/pages.hpp"
#include "core/report/json/state_json.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr int generated = 200;

// Deals beside each other, as the list has them.
struct ManyDeals : PageFixture {
    ManyDeals() : PageFixture(ImVec2(1440, 2400)) {
        document.playbooks = shipped_playbooks();
        document.wording = english();
        PageFixture::today = test::today();
    }
    void close_all() { go(Screen::deals); }
    const std::vector<DealRow>& rows() {
        return deals_cache.rows(document, derived_cache, PageFixture::today, forecasts, own_odds.playbooks());
    }
    // The list, with everything worked out that it shows.
    void settle() {
        draw(draw_deals);
        while (forecasts.work()) {
        }
        draw(draw_deals);
    }
    Knowledge odds() const { return {own_odds.playbooks(), document.wording}; }
    void visit(const DealId& id) {
        open_deal(world(), id, Screen::deal);
        draw(draw_deal);
        while (forecasts.work()) {
        }
        draw(draw_deal);
    }
    const Entry& entry(const DealId& id) const { return *find_entry(document, id); }
};

std::string months_of(ManyDeals& page) {
    page.rows();
    page.deals_cache.chosen({}, {});
    std::string words;
    for (const auto& row : page.deals_cache.months(page.today)) {
        words += std::to_string(row.month) + ' ' + row.expected.currency + ' ' + std::to_string(row.expected.minor) + ' ' +
                 std::to_string(row.low.minor) + ' ' + std::to_string(row.high.minor) + '\n';
    }
    return words;
}

// Every place that says what to do next, against the first ask of the deal that is open.
void check_next(ManyDeals& page, const DealRow& listed) {
    const auto& deal = page.entry(open_id(page.document)).deal;
    const auto& derived = ranked(page.derived_cache, page.forecasts, deal, knowledge_of(page.document), page.entry(deal.id).revision, page.today);
    const auto* first = first_ask(derived);
    const auto title = first ? first->title : std::string();
    CHECK(listed.ask == title);
    const bool says_next = commitments_line(derived, page.today).find("Next: " + title + '.') != std::string::npos;
    CHECK(says_next == (first != nullptr));
    const auto state = nlohmann::json::parse(
        write_state(deal, derive_with_forecast(deal, knowledge_of(page.document), page.today).assessment, page.today));
    CHECK(state.at("next").empty() == (first == nullptr));
    if (!first) return;
    CHECK(state.at("next").front().at("title") == title);
    CHECK(state.at("next").front().at("gain").get<double>() == Catch::Approx(first->gain).margin(0.0006));
    INFO(title);
    CHECK(page.says(title)); // on its page
    const auto brief = brief_for(deal, knowledge_of(page.document), derived, NextMeeting{}, page.today);
    REQUIRE_FALSE(brief.asks.empty());
    CHECK(brief.asks.front().title == title);
    std::vector<std::string> offered;
    page.draw([&](const Context& context) {
        offered.clear();
        for (const auto& command : commands_for(context, "")) {
            const auto& list = derived.assessment.next.list;
            if (std::ranges::find(list, command.label, &NextAsk::title) != list.end()) offered.push_back(command.label);
        }
    });
    REQUIRE_FALSE(offered.empty());
    CHECK(offered.front() == title);
}

void check_chance(ManyDeals& page, const DealRow& listed) {
    const auto& entry = page.entry(open_id(page.document));
    const auto& derived = ranked(page.derived_cache, page.forecasts, entry.deal, knowledge_of(page.document), entry.revision, page.today);
    const auto& outlook = page.forecasts.of(entry.deal, derived, page.odds(), entry.revision, page.today, Depth::everything);
    if (!listed.chance) {
        CHECK((listed.closed || outlook.none || listed.too_early));
        return;
    }
    REQUIRE(outlook.forecast);
    CHECK(*listed.chance == outlook.forecast->won);
    CHECK(listed.close == outlook.forecast->close.p50);
}

void check_counts(const ManyDeals& page, const DealRow& listed, const Derived& derived) {
    const auto& consensus = derived.assessment.consensus;
    CHECK(listed.would_agree == consensus.would_agree);
    CHECK(listed.group == consensus.of);
    for (const auto& id : whom_to_win_next(consensus)) {
        CHECK_FALSE(find(consensus, id)->would_agree);
    }
    CHECK(listed.kept == derived.kept);
    CHECK(page.today == test::today());
}

}

TEST_CASE("every place that says what comes next, the chance, the day and the counts says the same") {
    ManyDeals page;
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        page.open(sample(name, page.today));
    }
    Random random(4711);
    for (int i = 0; i < generated; ++i) {
        auto deal = random_deal(random);
        deal.sample = true; // the command line knows this deal only: no other one may move its odds
        page.open(std::move(deal));
    }
    page.close_all();
    page.settle();
    const auto before = page.rows();
    const auto months = months_of(page);
    CHECK(std::ranges::count_if(before, [](const DealRow& row) { return !row.ask.empty() && row.chance.has_value(); }) > 50);
    for (const auto& row : before) {
        page.visit(row.deal->id);
        INFO(row.deal->id.text << ' ' << row.name);
        check_next(page, row);
        check_chance(page, row);
        const auto& entry = page.entry(row.deal->id);
        check_counts(page, row, ranked(page.derived_cache, page.forecasts, entry.deal, knowledge_of(page.document), entry.revision, page.today));
    }
    // A visit changes nothing on the list.
    page.close_all();
    page.settle();
    const auto& after = page.rows();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        INFO(after[i].name);
        CHECK(after[i].ask == before[i].ask);
        CHECK(after[i].chance == before[i].chance);
        CHECK(after[i].close == before[i].close);
        CHECK(after[i].by == before[i].by);
    }
    CHECK(months_of(page) == months);
}

TEST_CASE("copies of one deal have one chance, and are not won together") {
    ManyDeals page;
    auto deal = sample("brightwater", page.today);
    constexpr int copies = 12;
    for (int i = 0; i < copies; ++i) {
        deal.id = {"copy" + std::string(i < 10 ? "0" : "") + std::to_string(i)};
        // Plans that were made one by one have ids of their own.
        page.open(deal);
    }
    page.close_all();
    page.settle();
    const auto& rows = page.rows();
    for (const auto& row : rows) {
        REQUIRE(row.chance);
        CHECK(*row.chance == *rows.front().chance);
        CHECK(row.ask == rows.front().ask);
    }
    // Of a month that usually brings something, the range of twelve is far from twelve times that of one.
    std::vector<const Outlook*> all;
    for (const auto& row : rows) {
        all.push_back(row.outlook);
    }
    const auto one = monthly_amounts(std::span(all).first(1), page.today);
    const auto many = monthly_amounts(all, page.today);
    REQUIRE(one.size() == many.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(std::abs(many[i].expected.minor - copies * one[i].expected.minor) <= copies);
        CHECK(many[i].high.minor < copies * deal.amount->minor * 9 / 10);
    }
}

TEST_CASE("the page of a deal of any size has its forecast in the first frame, and the list still counts it") {
    ManyDeals page;
    auto deal = sample("brightwater", page.today);
    auto& decision = *std::ranges::find(deal.commitments, true, &Commitment::decides);
    std::vector<CommitmentId> more;
    for (int i = 0; i < 150; ++i) {
        more.push_back({"x" + std::to_string(10000 + i)});
        decision.prerequisites.push_back(more.back());
    }
    for (const auto& id : more) {
        Commitment one;
        one.id = id;
        one.created = page.today - 9;
        one.title = "Step " + id.text;
        one.events = {{CommitmentEventKind::planned, page.today - 9, {}, {}, {}, {}}};
        deal.commitments.push_back(std::move(one));
    }
    const auto id = deal.id;
    page.open(std::move(deal));
    page.draw(draw_deal);
    const auto& entry = page.entry(id);
    const auto& derived = ranked(page.derived_cache, page.forecasts, entry.deal, knowledge_of(page.document), entry.revision, page.today);
    const auto shown = [&] {
        return page.forecasts.of(entry.deal, derived, page.odds(), entry.revision, page.today, Depth::everything).forecast;
    };
    REQUIRE(shown());
    CHECK(shown()->futures == shown_futures);
    CHECK_FALSE(shown()->commitments.empty());
    const auto chance = shown()->won;
    page.close_all();
    page.settle();
    CHECK(page.rows().front().chance == chance);
    CHECK(page.rows().front().outlook->won_days.size() == shown_futures);
    CHECK_FALSE(shown()->commitments.empty()); // what the page has worked out is kept
}

TEST_CASE("a deal in which nothing has happened says that it is too early to say, wherever it would say a chance") {
    ManyDeals page;
    auto deal = sample("brightwater", page.today);
    deal.interactions.clear();
    deal.stakeholders.clear();
    deal.influences.clear();
    deal.concerns.clear();
    deal.promises.clear();
    for (auto& commitment : deal.commitments) {
        std::erase_if(commitment.events, [](const CommitmentEvent& event) { return event.kind != CommitmentEventKind::planned; });
        commitment.people.clear();
        commitment.buyer_owner = {};
        commitment.value_offered.clear();
    }
    page.open(deal);
    page.close_all();
    page.settle();
    CHECK_FALSE(page.rows().front().chance);
    CHECK(page.rows().front().too_early);
    CHECK(months_of(page).empty());
    page.visit(deal.id);
    CHECK(page.says("Too early to say"));
    CHECK(page.says("Nobody is named, and nothing has been asked or logged yet."));
    page.draw(draw_forecast);
    CHECK(page.says("Too early to say"));
    deal.interactions.push_back({.id = {"000001"}, .on = page.today});
    CHECK(too_early_because(deal).empty());
}

TEST_CASE("what a deal begins with is said by whom: its playbook, or one's own closed deals") {
    Forecast forecast;
    forecast.won = {45, 100};
    CHECK(usual_odds_words(forecast) == "By its playbook, 45 in 100 deals that start like this are won.");
    forecast.odds.own_base = true;
    CHECK(usual_odds_words(forecast) == "By your closed deals, 45 in 100 deals that start like this are won.");
}

TEST_CASE("how a deal ends is told in percents that add up to 100") {
    for (std::uint32_t won = 0; won <= 1000; won += 7) {
        for (std::uint32_t lost = 0; won + lost <= 1000; lost += 13) {
            Forecast forecast;
            forecast.won = {won, 1000};
            forecast.lost = {lost, 1000};
            forecast.no_decision = {1000 - won - lost, 1000};
            const auto percents = outcome_percents(forecast);
            CHECK(percents.won == percent_words(forecast.won)); // the one number that stands elsewhere too
            int sum = 0;
            bool rare = false;
            for (const auto& words : {percents.won, percents.no_decision, percents.lost}) {
                rare = rare || words.starts_with("under") || words.starts_with("over");
                sum += rare ? 0 : std::stoi(words);
            }
            if (!rare) CHECK(sum == 100);
        }
    }
}

TEST_CASE("who was added a moment ago is not one who was not heard in a month") {
    Deal deal;
    deal.opened = test::today() - 100;
    Stakeholder person;
    person.id = {"000001"};
    person.name = "Anna Berg";
    person.created = test::today();
    deal.stakeholders.push_back(person);
    CHECK(people_title(person_rows(deal, test::today())) == "1 person, none supportive yet");
    deal.stakeholders[0].created = test::today() - 31;
    CHECK(people_title(person_rows(deal, test::today())) == "1 person, none supportive yet, not heard in a month");
}

TEST_CASE("the months of each currency follow each other, and with what comes later they add up to what is expected") {
    ManyDeals page;
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        page.open(sample(name, page.today));
    }
    page.close_all();
    page.settle();
    for (const auto& row : page.rows()) {
        REQUIRE(row.outlook);
        REQUIRE(row.outlook->forecast);
        REQUIRE(row.outlook->forecast->expected);
        const auto& expected = *row.outlook->forecast->expected;
        const Outlook* const one[]{row.outlook};
        const auto months = monthly_amounts(one, page.today);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < months.size(); ++i) {
            sum += months[i].expected.minor;
            if (i > 0) CHECK(months[i].month == months[i - 1].month + 1);
            CHECK(months[i].later == (months[i].month > (page.today.year() - 1970) * 12 + page.today.month() - 1 + months_apart));
        }
        CHECK(months.empty() == (expected.minor == 0));
        CHECK(std::abs(sum - expected.minor) <= expected.minor / 100 + 100);
    }
}

TEST_CASE("somebody who has left is on no count of any page, and seen as left where everybody is listed") {
    PageFixture page(ImVec2(1440, 2400));
    auto deal = sample("brightwater", page.today);
    const auto all = static_cast<int>(deal.stakeholders.size());
    const auto name = deal.stakeholders.front().name;
    deal.stakeholders.front().left = Departure{page.today - 5, {}};
    page.open(deal);
    page.go(Screen::people);
    page.draw(draw_people);
    CHECK(page.says(std::to_string(all - 1) + " people"));
    CHECK(page.shows(name)); // listed all the same
    page.view.person = deal.stakeholders.front().id;
    page.draw(draw_people);
    CHECK(page.says("Left on "));
    CHECK_FALSE(page.says("Would not agree yet"));
    page.go(Screen::deal);
    page.draw(draw_deal);
    const auto consensus = consensus_of(deal);
    CHECK(page.says(std::to_string(consensus.would_agree) + " of " + std::to_string(consensus.of)));
    CHECK(page.item(name_of(deal, deal.stakeholders.front().id)) == nullptr);
}

TEST_CASE("a deal that has ended has no balance, and one of which nothing is known is too early to be in balance") {
    PageFixture page(ImVec2(1440, 2400));
    auto deal = sample("passive", page.today);
    deal.outcome = NoDecision{page.today - 1};
    page.open(deal);
    page.go(Screen::deal);
    page.draw(draw_deal);
    CHECK_FALSE(page.says("Middle ground"));
    CHECK_FALSE(page.shows("Passivity score"));
    Deal untouched;
    untouched.id = {"untouched"};
    untouched.title = "Imported";
    untouched.opened = untouched.created = page.today - 3;
    untouched.expected_group_size = 7;
    page.open(untouched);
    page.go(Screen::deal);
    page.draw(draw_deal);
    CHECK(page.says("Too early to say"));
    CHECK_FALSE(page.shows("Passivity score"));
    page.go(Screen::deals);
    page.view.deals.as_board = true;
    page.draw(draw_deals);
    CHECK(page.says("Too early to say"));
    CHECK_FALSE(page.says("0 of 7"));
}
