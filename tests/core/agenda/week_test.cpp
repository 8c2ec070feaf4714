#include "core/agenda/week.hpp"
#include "core/agenda/week_words.hpp"
#include "core/report/week_page.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <deque>

using namespace middleground;
using namespace middleground::test;

namespace {

Week week_of_one(const Deal& deal, Date to = today()) {
    const Deal* all[]{&deal};
    return week_of(all, to, {});
}

std::vector<std::string> said(const Week& week, WeekKind kind) {
    std::vector<std::string> words;
    for (const auto& event : week.of(kind)) {
        words.push_back(event_words(event) + " | " + event_deal_words(event) + " | " + event_day(event, week, today()));
    }
    return words;
}

Deal with_promises() {
    auto deal = calm_deal();
    deal.account = "Solberg";
    const auto promise = [](std::string id, std::string what, std::optional<Date> due, std::vector<PromiseEvent> more) {
        OurPromise one{{std::move(id)}, today() - 40, anna, std::move(what), due, {{PromiseEventKind::made, today() - 40, {}}}, {}};
        one.events.insert(one.events.end(), more.begin(), more.end());
        return one;
    };
    deal.promises = {promise("pp0001", "Kept this week", {}, {{PromiseEventKind::kept, today() - 2, {}}}),
                     promise("pp0002", "Kept long ago", {}, {{PromiseEventKind::kept, today() - 20, {}}}),
                     promise("pp0003", "Late", today() - 27, {}), promise("pp0004", "To come", today() + 3, {}),
                     promise("pp0005", "Broken", today() - 4, {{PromiseEventKind::broken, today() - 3, {}}})};
    return deal;
}

}

TEST_CASE("a week has what happened on its seven days, and nothing of the days around them") {
    auto deal = calm_deal();
    auto& commitment = commitment_in(deal, second);
    commitment.events.push_back(event_of(CommitmentEventKind::kept, today() - 6));
    auto week = week_of_one(deal);
    CHECK(week.from == today() - 6);
    CHECK(week.count(WeekKind::kept) == 1);
    CHECK(week_of_one(deal, today() - 7).count(WeekKind::kept) == 0);
    commitment.events.back().on = today() - 7;
    CHECK(week_of_one(deal).count(WeekKind::kept) == 0);
    CHECK(week_of_one(deal, today() - 7).count(WeekKind::kept) == 1);
}

TEST_CASE("our promises: kept, broken, and late at the end of the week") {
    const auto deal = with_promises();
    const auto week = week_of_one(deal);
    const auto to = ", to " + name_of(deal, anna);
    CHECK(said(week, WeekKind::promise_kept) == std::vector<std::string>{"Kept this week | Solberg" + to + " | " + short_date(today() - 2, today())});
    CHECK(said(week, WeekKind::promise_late) == std::vector<std::string>{"Late | Solberg" + to + " | 27 days late"});
    CHECK(week.count(WeekKind::promise_broken) == 1);
    // A week earlier the broken one was not due yet, and the late one was late already.
    const auto before = week_of_one(deal, today() - 7);
    CHECK(said(before, WeekKind::promise_late) == std::vector<std::string>{"Late | Solberg" + to + " | 20 days late"});
    CHECK(before.count(WeekKind::promise_broken) == 0);
}

TEST_CASE("how a deal was closed is in the week, and its chance is not any more") {
    auto deal = calm_deal();
    deal.account = "Acme";
    deal.diary = {{today() - 9, 400, 10, 20, 40, 1}, {today() - 2, 450, 10, 20, 40, 1}};
    CHECK(week_of_one(deal).chances.size() == 1);
    deal.outcome = Lost{today() - 1, "Kestrel", "Price"};
    const auto week = week_of_one(deal);
    CHECK(said(week, WeekKind::lost) == std::vector<std::string>{"Acme | Lost to Kestrel: Price | " + short_date(today() - 1, today())});
    CHECK(week.chances.empty());
    CHECK(week.open_deals == 0);
    CHECK(week_title(week) == "One deal lost, one ask");
}

TEST_CASE("chance and close date are those that were believed then and now, by one model") {
    auto deal = calm_deal();
    deal.amount = Money{10000000, "EUR"};
    deal.diary = {{today() - 7, 640, 20, 60, 100, 1}, {today(), 710, 40, 74, 120, 1}};
    const auto week = week_of_one(deal);
    REQUIRE(week.chances.size() == 1);
    CHECK(week.chances[0].before == 64);
    CHECK(week.chances[0].now == 71);
    CHECK(week.chances[0].is_move());
    CHECK(change_words(64, 71) == "+7");
    CHECK(change_words(71, 64) == "\u22127");
    REQUIRE(week.slips.size() == 1);
    CHECK(week.slips[0].before == today() + 53);
    CHECK(week.slips[0].now == today() + 74);
    CHECK(slip_words(week.slips[0]) == "3 weeks");
    REQUIRE(week.expected);
    CHECK(week.expected->now == Money{7100000, "EUR"});
    CHECK(week.expected->before == Money{6400000, "EUR"});
    CHECK(week_numbers(week).back().beside == "+\u20ac7,000");
    // The model changed: what moved is not the deal.
    deal.diary[0].by = 2;
    CHECK(week_of_one(deal).chances.empty());
    CHECK(week_of_one(deal).slips.empty());
}

TEST_CASE("what is due until the end of the next week, by day, and no day of it is nowhere") {
    auto deal = with_promises();
    const auto to = today() - today().weekday() + 1; // a Tuesday
    const auto monday = to + 6;
    deal.promises.resize(1);
    deal.promises[0] = {{"pp0009"}, today() - 20, anna, "Cost of two shifts", monday + 1, {{PromiseEventKind::made, today() - 20, {}}}, {}};
    interaction_in(deal, talk).next->on = to + 1;
    const auto week = week_of_one(deal, to);
    CHECK(week.due_from == to + 1);
    CHECK(week.due_to == monday + 6);
    REQUIRE(week.due.size() >= 2);
    CHECK(week.due.front().date.on == to + 1);
    const auto cost = std::ranges::find(week.due, "Cost of two shifts", [](const WeekDue& one) { return one.date.what; });
    REQUIRE(cost != week.due.end());
    CHECK(due_words(*cost) == "Solberg, yours");
    // What is copied and printed has what the page has.
    const auto copied = week_markdown(week, today());
    const auto printed = paper_html(week_paper(week, today()));
    for (const auto& one : week.due) {
        CHECK(copied.contains(short_date(one.date.on, today()) + ": "));
        CHECK(printed.contains(short_date(one.date.on, today())));
    }
    // Whatever the day: the days that are looked back at and those that are to come meet, and end with a week.
    for (int i = 0; i < 7; ++i) {
        const auto other = week_of_one(deal, to + i);
        CHECK(other.from + 7 == other.due_from);
        CHECK(other.due_to.weekday() == 6);
        CHECK(other.due_to - other.due_from >= 6);
        CHECK(other.due_to - other.due_from <= 12);
    }
}

TEST_CASE("what is copied says all of it, and what people wrote stays text") {
    auto deal = with_promises();
    deal.account = "A*b*c";
    const auto week = week_of_one(deal);
    const auto text = week_markdown(week, today());
    CHECK(text.starts_with("# "));
    CHECK(text.contains("## Your promises\n"));
    CHECK(text.contains("A\\*b\\*c"));
    CHECK(text.contains("27 days late"));
    CHECK(paper_html(week_paper(week, today())).contains("27 days late"));
}

TEST_CASE("a week without deals, and one of any deals, is whole") {
    const auto none = week_of({}, today(), {});
    CHECK(week_title(none) == "No deal was open");
    CHECK(week_markdown(none, today()).contains("Nothing."));
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        std::deque<Deal> deals;
        std::vector<const Deal*> all;
        for (int i = 0; i < 5; ++i) {
            deals.push_back(lively_deal(random));
            all.push_back(&deals.back());
        }
        for (int back = 0; back < 3; ++back) {
            const auto week = week_of(all, today() - 7 * back, {});
            std::size_t grouped = 0;
            for (const auto& group : week_groups(week)) {
                grouped += group.events.size();
            }
            CHECK(grouped == week.events.size());
            for (const auto& event : week.events) {
                CHECK(event.on <= week.to);
                if (event.kind != WeekKind::promise_late) CHECK(event.on >= week.from);
            }
            CHECK(std::ranges::is_sorted(week.events, {}, &WeekEvent::kind));
            CHECK(week.count(WeekKind::kept) + week.count(WeekKind::broken) <= week.commitments_due + week.count(WeekKind::kept));
        }
    }
}

TEST_CASE("a promise to somebody who has left is late in the weeks before they left only") {
    auto deal = with_promises();
    person_in(deal, anna).left = Departure{today() - 3, {}};
    CHECK(week_of_one(deal).count(WeekKind::promise_late) == 0);
    CHECK(week_of_one(deal, today() - 7).count(WeekKind::promise_late) == 1);
    for (const auto& one : week_of_one(deal).due) {
        CHECK_FALSE(std::holds_alternative<PromiseId>(one.date.about));
    }
}

TEST_CASE("a chance that was not written down for weeks is compared with the day on which it was") {
    auto deal = calm_deal();
    deal.diary = {{today() - 35, 200, 10, 20, 40, 1}, {today(), 170, 10, 20, 40, 1}};
    const auto week = week_of_one(deal);
    REQUIRE(week.chances.size() == 1);
    const auto since = "since " + short_date(today() - 35, today());
    CHECK(chance_change_words(week.chances[0], week, today()) == "\u22123 " + since);
    CHECK(week_markdown(week, today()).contains("(\u22123 " + since + ")"));
    deal.diary[0].on = today() - 7;
    const auto usual = week_of_one(deal);
    REQUIRE(usual.chances.size() == 1);
    CHECK(chance_change_words(usual.chances[0], usual, today()) == "\u22123");
}
