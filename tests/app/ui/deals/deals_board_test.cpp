#include "app/viewmodel/deals_board_data.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Deal deal_of(std::string_view id, std::string account) {
    Deal deal;
    deal.id = DealId{std::string(id)};
    deal.account = std::move(account);
    deal.opened = today - 10;
    deal.created = deal.opened;
    return deal;
}

Commitment commitment(std::string_view id, std::string title, bool kept) {
    Commitment one;
    one.id = CommitmentId{std::string(id)};
    one.title = std::move(title);
    one.created = today - 10;
    if (kept) {
        one.events = {{CommitmentEventKind::asked, today - 5, {}, {}, {}, {}}, {CommitmentEventKind::kept, today - 4, {}, {}, {}, {}}};
    }
    return one;
}

// Time, then Decide; as many kept as said.
Deal planned(std::string_view id, std::string account, int kept) {
    auto deal = deal_of(id, std::move(account));
    deal.commitments = {commitment("c00001", "Time", kept > 0), commitment("c00002", "Decide", kept > 1)};
    deal.commitments[1].decides = true;
    deal.commitments[1].prerequisites = {deal.commitments[0].id};
    return deal;
}

std::vector<Deal> all_kinds() {
    auto won = deal_of("d00006", "Won one");
    won.outcome = Won{today};
    auto lost = deal_of("d00007", "Lost one");
    lost.outcome = Lost{today, {}, {}};
    return {planned("d00001", "Late", 1),
            planned("d00002", "Early", 0),
            planned("d00003", "Early too", 0),
            planned("d00004", "Done", 2),
            deal_of("d00005", "Unplanned"),
            won,
            lost};
}

}

TEST_CASE("the board has a column for each next commitment, in the order of plans, then what has none") {
    Document document;
    for (auto& deal : all_kinds()) {
        Entry entry;
        entry.deal = std::move(deal);
        entry.revision = document.next_revision++;
        document.entries.push_back(std::move(entry));
    }
    DerivedCache cache;
    const ForecastCache forecasts;
    const auto rows = deal_rows(document, cache, today, forecasts);
    const auto columns = board_columns(chosen_rows(rows, {DealFilter::all, "", DealColumn::deal, false}));
    std::string said;
    for (const auto& column : columns) {
        said += column.title + ':';
        for (const auto* row : column.rows) {
            said += ' ' + row->name;
        }
        said += '\n';
    }
    CHECK(said == "Not planned yet: Unplanned\nTime: Early Early too\nDecide: Late\nEverything kept: Done\nWon: Won one\nLost: Lost one\n");
    CHECK(board_columns({}).empty());
}

TEST_CASE("Deals as a board: a card opens its deal, the table is a press away") {
    PageFixture page;
    for (auto& deal : all_kinds()) {
        page.open(std::move(deal));
    }
    page.go(Screen::deals);
    page.draw(draw_deals);
    page.press("Board", draw_deals);
    CHECK(page.view.deals.as_board);
    for (const auto* title : {"Not planned yet", "Time", "Decide", "Everything kept"}) {
        CHECK(page.shows(title));
    }
    page.press("Early", draw_deals);
    CHECK(page.action<action::OpenDeal>().id.text == "d00002");
    page.press("Table", draw_deals);
    CHECK(page.shows("Ask next"));
}

TEST_CASE("5,000 deals: what is off the screen is not drawn, and the list is kept while nothing changes") {
    PageFixture page;
    for (int i = 0; i < 5000; ++i) {
        auto text = std::to_string(i);
        page.open(deal_of("d" + std::string(5 - text.size(), '0') + text, "Account " + text));
    }
    page.go(Screen::deals);
    page.view.deals.sort = {static_cast<int>(DealColumn::deal), false};
    page.draw(draw_deals);
    CHECK(page.shows("Account 0"));
    CHECK_FALSE(page.shows("Account 4999"));
    const auto* kept = &page.deals_cache.chosen({DealFilter::all, "", DealColumn::deal, false}, {});
    REQUIRE(kept->size() == 5000);
    const auto* first = kept->front();
    page.draw(draw_deals);
    CHECK(page.deals_cache.chosen({DealFilter::all, "", DealColumn::deal, false}, {}).front() == first);
    page.view.deals.query = "4999";
    page.draw(draw_deals);
    CHECK(page.shows("Account 4999"));
    CHECK_FALSE(page.shows("Account 0"));
    // A change of one deal is seen.
    page.document.entries[4999].deal.account = "Renamed 4999";
    page.document.entries[4999].revision = page.document.next_revision++;
    page.draw(draw_deals);
    CHECK(page.shows("Renamed 4999"));
    page.view.deals.as_board = true;
    page.view.deals.query.clear();
    page.draw(draw_deals);
    CHECK(page.shows("Account 0"));
    CHECK_FALSE(page.shows("Renamed 4999"));
}
