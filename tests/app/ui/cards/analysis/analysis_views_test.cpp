#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

// A page that knows what the program knows, with one of the samples open.
struct Opened : PageFixture {
    explicit Opened(std::string_view name, ImVec2 size = ImVec2(1440, 900)) : PageFixture(size) {
        document.playbooks = shipped_playbooks();
        document.wording = english();
        open(sample(name, today));
    }
    const Deal& deal() const { return find_entry(document, open_id(document))->deal; }
    Assessment assessment() const { return assessed(deal(), today); }
    void put(Deal deal) {
        auto& entry = document.entries.front();
        entry.deal = std::move(deal);
        ++entry.revision;
    }
};

void draw_deal_and_dialog(const Context& context) {
    draw_deal(context);
    draw_explained(context);
}

}

TEST_CASE("Deal: the card says what the analysis says to do next") {
    for (const auto* name : {"brightwater", "pushed", "passive"}) {
        INFO(name);
        Opened page(name);
        page.draw(draw_deal);
        const auto next = page.assessment().next.list.front();
        CHECK(page.says(next.title));
        CHECK(page.says(next.why));
        CHECK(page.says(next.wording));
        CHECK(page.says("Direct, no pressure"));
        page.press("Copy wording", draw_deal);
        CHECK(page.action<action::CopyText>().text == next.wording);
    }
}

TEST_CASE("Deal: the next of the asks comes with Not now, and after the last the first again") {
    Opened page("passive");
    page.draw(draw_deal);
    const auto list = page.assessment().next.list;
    REQUIRE(list.size() >= 3);
    page.press("Not now", draw_deal);
    CHECK(page.says(list[1].title));
    page.press("Not now", draw_deal);
    page.press("Not now", draw_deal);
    CHECK(page.says(list[0].title));
}

TEST_CASE("Deal: the balance has both scores, and its reasons open with a way to what they are about") {
    Opened page("pushed");
    page.draw(draw_deal_and_dialog);
    const auto balance = page.assessment().balance;
    CHECK(page.item("Push score")->value == std::to_string(std::lround(balance.score.push)));
    CHECK(page.item("Passivity score")->value == std::to_string(std::lround(balance.score.passive)));
    CHECK(page.item("Needle")->value == std::to_string(std::lround(balance.score.needle())));
    CHECK_FALSE(page.says("What the balance is made of"));
    page.press("The " + std::to_string(balance.signals.size()) + " reasons", draw_deal_and_dialog);
    page.draw(draw_deal_and_dialog);
    CHECK(page.says("What the balance is made of"));
    // Passivity leads; what pushes may be scrolled away.
    for (const auto& signal : balance.signals) {
        if (signal.side == Side::passive) CHECK(page.says(signal.why));
    }
    page.press("Show me", draw_deal_and_dialog);
    CHECK(page.view.explained == Explained::nothing);
    CHECK(page.has_action<action::GoTo>());
}

TEST_CASE("Deal: who would agree is counted as the consensus counts it, and the way of counting opens") {
    Opened page("brightwater");
    page.draw(draw_deal_and_dialog);
    const auto consensus = page.assessment().consensus;
    CHECK(page.says(consensus_words(consensus)));
    page.view.explained = Explained::consensus;
    page.draw(draw_deal_and_dialog);
    CHECK(page.says("How consensus is counted"));
    CHECK(page.says(name_of(page.deal(), consensus.people.front().id)));
}

TEST_CASE("Deal: a finding leads to what it is about") {
    Opened page("passive");
    page.draw(draw_deal);
    const auto signals = page.assessment().balance.signals;
    REQUIRE_FALSE(signals.empty());
    page.press(signals.front().title, draw_deal);
    CHECK(page.has_action<action::GoTo>());
}

TEST_CASE("Deal: a won deal has nothing to ask and says what is left") {
    Opened page("brightwater");
    auto won = page.deal();
    won.outcome = Won{page.today};
    page.put(won);
    page.draw(draw_deal);
    CHECK(page.says("Won"));
    CHECK(page.says(page.assessment().next.nothing_because));
    CHECK_FALSE(page.shows("Copy wording"));
}

TEST_CASE("Brief: the next meeting, copied and printed") {
    Opened page("brightwater");
    page.draw(draw_brief);
    const auto all = page.assessment();
    const auto brief = brief_for(page.deal(), knowledge_of(page.document), {.assessment = all}, NextMeeting{}, page.today);
    CHECK(page.says(brief.title));
    for (const auto& person : brief.people) {
        CHECK(page.says(person.name));
    }
    page.press("Copy as text", draw_brief);
    CHECK(page.action<action::CopyText>().text == brief_markdown(brief));
    page.press("Print", draw_brief);
    CHECK(page.action<action::PrintPage>().name == brief.title);
    CHECK(page.action<action::PrintPage>().html.contains("<main class=\"paper\">"));
}

TEST_CASE("Brief: for an interaction that took place") {
    Opened page("brightwater");
    const auto& interaction = page.deal().interactions.back();
    page.view.brief.subject = interaction.id;
    page.draw(draw_brief);
    for (const auto& id : interaction.people) {
        CHECK(page.says(name_of(page.deal(), id)));
    }
}

TEST_CASE("Commitments: words that cost trust are marked while they are typed, with what to say instead") {
    Opened page("brightwater", ImVec2(1440, 2000));
    auto deal = page.deal();
    auto& commitment = deal.commitments.front();
    page.view.commitment = commitment.id;
    SECTION("plain words") {
        commitment.ask = "Would you put the figures side by side with us on Tuesday?";
        page.put(deal);
        page.draw(draw_commitments);
        CHECK(page.says("Direct, no pressure"));
    }
    SECTION("vague ones") {
        commitment.ask = "Just checking in, let me know.";
        page.put(deal);
        page.draw(draw_commitments);
        const auto hits = check_wording(commitment.ask, english());
        REQUIRE(hits.size() == 2);
        CHECK_FALSE(page.says("Direct, no pressure"));
        CHECK(page.says("\u201cJust checking in\u201d"));
        CHECK(page.says(hits[0].instead));
    }
}

TEST_CASE("the pages of the analysis draw a crowded deal, an empty one and one without people") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(390, 844)}) {
        PageFixture page(size);
        page.document.playbooks = shipped_playbooks();
        page.document.wording = english();
        Deal empty;
        empty.id = DealId{"empty1"};
        empty.opened = empty.created = page.today - 3;
        auto nobody = empty;
        nobody.id = DealId{"nobod1"};
        for (auto deal : {crowded_deal(page.today), empty, nobody}) {
            INFO(deal.id.text << " at " << size.x);
            page.open(deal);
            page.draw(draw_deal_and_dialog);
            page.draw(draw_brief);
            CHECK(page.says("Copy as text"));
            for (const auto explained : {Explained::balance, Explained::consensus}) {
                page.view.explained = explained;
                page.draw(draw_deal_and_dialog);
                CHECK(page.says(explained == Explained::balance ? "What the balance is made of" : "How consensus is counted"));
            }
            page.view.explained = Explained::nothing;
        }
    }
}
