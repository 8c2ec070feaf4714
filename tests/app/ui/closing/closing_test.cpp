#include "app/ui/closing/closing.hpp"

#include "app/ui/closing/close_deal.hpp"
#include "app/ui/pages.hpp"
#include "core/model/close_reasons.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/applied.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal with_alternatives() {
    auto deal = example_deal();
    deal.alternatives = {{"Kestrel Routing", AlternativeKind::competitor, "runs on site", {}},
                         {"Plan by hand", AlternativeKind::do_nothing, {}, {}}};
    return deal;
}

Deal applied(Deal deal, const action::Apply& step) {
    for (const auto& edit : step.edits) {
        deal = apply(std::move(deal), edit, today()).value();
    }
    return deal;
}

struct ClosingPage : PageFixture {
    explicit ClosingPage(CloseAs as, Deal deal = with_alternatives()) {
        today = test::today();
        open(std::move(deal));
        view.close = close_draft_of(document.entries.front().deal, as, today);
        draw(draw_close_deal);
    }
    void press(std::string_view label) { PageFixture::press(label, draw_close_deal); }
};

Deal decided() {
    auto deal = example_deal();
    for (auto& commitment : deal.commitments) {
        if (commitment.id != invest && commitment.id != consensus) continue;
        commitment.events = {{CommitmentEventKind::asked, today() - 9, {elena}, {}, {}, {}},
                             {CommitmentEventKind::kept, today() - 3, {}, {}, {}, {}}};
    }
    return deal;
}

}

TEST_CASE("reasons are written as sentences and read back") {
    const CloseReasons reasons{{"Price", "Asked too early"}, "Marcus said yes. To others"};
    CHECK(written_reasons(reasons) == "Price. Asked too early. Marcus said yes. To others");
    const auto read = read_reasons(written_reasons(reasons), lost_reasons());
    CHECK(read.chosen == reasons.chosen);
    CHECK(read.own == reasons.own);
    CHECK(read_reasons("Price", lost_reasons()).chosen == std::vector<std::string>{"Price"});
    CHECK(read_reasons("Prices went up", lost_reasons()).own == "Prices went up");
    CHECK(read_reasons("", lost_reasons()).chosen.empty());
}

TEST_CASE("closing as lost keeps to whom, why, on which day and what it taught in one step") {
    auto draft = close_draft_of(with_alternatives(), CloseAs::lost, today());
    draft.to = "Kestrel Routing";
    draft.reasons = {"Price"};
    draft.why = " They count per depot ";
    draft.lesson = "Meet Tom earlier";
    draft.on = "yesterday";
    const auto step = closing_of(with_alternatives(), draft, today()).value();
    CHECK(step.toast);
    CHECK(step.what == "Closed Brightwater Foods as lost");
    const auto deal = applied(with_alternatives(), step);
    CHECK(deal.outcome == Outcome(Lost{today() - 1, "Kestrel Routing", "Price. They count per depot"}));
    CHECK(deal.lesson == "Meet Tom earlier");
    // Changing it begins with what is there.
    const auto again = close_draft_of(deal, CloseAs::lost, today());
    CHECK(again.to == "Kestrel Routing");
    CHECK_FALSE(again.to_somebody_else);
    CHECK(again.reasons == std::vector<std::string>{"Price"});
    CHECK(again.why == "They count per depot");
    CHECK(again.lesson == "Meet Tom earlier");
    const auto open = applied(deal, reopening_of(deal));
    CHECK(is_open(open.outcome));
    CHECK(open.lesson == "Meet Tom earlier");
}

TEST_CASE("a day on which the deal cannot have ended is refused in words") {
    auto draft = close_draft_of(example_deal(), CloseAs::no_decision, today());
    const auto refused = [&](Date on) {
        draft.on = on.iso();
        const auto step = closing_of(example_deal(), draft, today());
        REQUIRE_FALSE(step);
        return step.error().message();
    };
    CHECK(refused(today() + 1).contains("is after today"));
    CHECK(refused(today() - 21).contains("when something was last asked or answered"));
    CHECK(refused(today() - 60).contains("is before"));
    draft.on = "31 Feb";
    CHECK_FALSE(closing_of(example_deal(), draft, today()));
    auto fresh = example_deal();
    fresh.commitments.clear();
    fresh.interactions.clear();
    draft.on = (today() - 60).iso();
    CHECK(closing_of(fresh, draft, today()).error().message().contains("when the deal was opened"));
}

TEST_CASE("won marks the decision as kept, also one that was never asked for, unless that is taken back") {
    auto draft = close_draft_of(example_deal(), CloseAs::won, today());
    const auto won = applied(example_deal(), closing_of(example_deal(), draft, today()).value());
    CHECK(won.outcome == Outcome(Won{today()}));
    CHECK(state_of(*find(won, invest)) == CommitmentState::kept);
    draft.keep_decision = false;
    const auto left = applied(example_deal(), closing_of(example_deal(), draft, today()).value());
    CHECK(state_of(*find(left, invest)) == CommitmentState::planned);
    CHECK(left_open_words(example_deal(), draft) == "Closing leaves 3 commitments open: Build consensus, Invest and Start.");
    draft.keep_decision = true;
    CHECK(left_open_words(example_deal(), draft) == "Closing leaves 2 commitments open: Build consensus and Start.");
}

TEST_CASE("Close: to whom, at most two reasons in the order picked, and own words") {
    ClosingPage page(CloseAs::won);
    page.press("Lost");
    page.press("Kestrel Routing");
    CHECK_FALSE(page.shows("Plan by hand")); // that is no decision
    page.press("Price");
    page.press("Champion left");
    page.press("Asked too early"); // takes the place of the second
    CHECK(page.item("Price")->value == "1");
    CHECK(page.item("Asked too early")->value == "2");
    CHECK(page.item("Champion left")->value == "off");
    CHECK(page.says("Closing leaves 3 commitments open"));
    page.press("Close as lost");
    CHECK(deal_after(page).outcome == Outcome(Lost{page.today, "Kestrel Routing", "Price. Asked too early"}));
    CHECK_FALSE(page.view.close.open);
}

TEST_CASE("Close: somebody else needs a name, and nobody known is an answer") {
    ClosingPage page(CloseAs::lost);
    page.press("Somebody else");
    page.press("Close as lost");
    CHECK_FALSE(page.has_action<action::Apply>());
    CHECK(page.view.close.open);
    CHECK(page.says("The name of the winner is missing"));
    SECTION("typed") {
        page.press("Name of the winner");
        page.type("Osprey", draw_close_deal);
        page.press("Close as lost");
        CHECK(std::get<Lost>(deal_after(page).outcome).to == "Osprey");
    }
    SECTION("not known") {
        page.press("I do not know");
        page.press("Close as lost");
        CHECK(std::get<Lost>(deal_after(page).outcome).to.empty());
    }
}

TEST_CASE("Close: Ctrl+Enter closes, Esc and Cancel do not") {
    ClosingPage page(CloseAs::no_decision);
    SECTION("Ctrl+Enter") {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        page.press_key(ImGuiKey_Enter, draw_close_deal);
        CHECK(std::holds_alternative<NoDecision>(deal_after(page).outcome));
    }
    SECTION("Esc") {
        page.press_key(ImGuiKey_Escape, draw_close_deal);
        CHECK_FALSE(page.view.close.open);
        CHECK_FALSE(page.has_action<action::Apply>());
    }
    SECTION("Cancel") {
        page.press("Cancel");
        CHECK_FALSE(page.view.close.open);
        CHECK_FALSE(page.has_action<action::Apply>());
    }
}

TEST_CASE("Close: a wrong day stays in its field and closes nothing") {
    ClosingPage page(CloseAs::no_decision);
    page.view.close.on = "31 Feb";
    page.draw(draw_close_deal);
    page.press("Close without a decision");
    CHECK_FALSE(page.has_action<action::Apply>());
    CHECK(page.view.close.on == "31 Feb");
    CHECK(page.says("Not closed"));
}

TEST_CASE("Deal: a closed deal says how it ended, takes what it taught, and reopens") {
    auto deal = example_deal();
    deal.outcome = Lost{today() - 2, "Kestrel Routing", "Price. They count per depot"};
    PageFixture page;
    page.today = test::today();
    page.open(std::move(deal));
    page.draw(draw_deal);
    CHECK(page.says("Lost to Kestrel Routing"));
    CHECK(page.says("38 days after it was opened"));
    CHECK(page.says("They count per depot"));
    CHECK_FALSE(page.shows("Mark as asked"));
    page.press("What it taught", draw_deal);
    page.type("Meet Tom earlier", draw_deal);
    CHECK(deal_after(page).lesson == "Meet Tom earlier");
    page.press("Reopen", draw_deal);
    CHECK(is_open(deal_after(page).outcome));
}

TEST_CASE("Deal: once the deciding commitment is kept the card offers Won alone") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(390, 844)}) {
        PageFixture page(size);
        page.today = test::today();
        page.open(decided());
        page.draw(draw_deal);
        CHECK(page.says("Invest was kept on " + short_date(page.today - 3, page.today)));
        for (const auto* label : {"Mark as asked", "Mark as kept", "Not now", "Copy wording"}) {
            CAPTURE(label);
            CHECK_FALSE(page.shows(label));
        }
        page.press("Mark as won", draw_deal);
        CHECK(deal_after(page).outcome == Outcome(Won{page.today - 3}));
    }
}

TEST_CASE("Deal: what is asked can have happened on an earlier day, also before the deal was opened") {
    PageFixture page;
    page.today = test::today();
    auto deal = example_deal();
    deal.promises.clear();
    deal.concerns.clear();
    deal.interactions.clear();
    deal.targets.clear();
    deal.opened = page.today;
    deal.commitments = {deal.commitments[0]};
    deal.commitments[0].events.clear();
    deal.commitments[0].decides = true;
    for (auto& person : deal.stakeholders) {
        person.stances.clear();
    }
    page.open(std::move(deal));
    page.draw(draw_commitments);
    page.view.commitment = explore;
    page.draw(draw_commitments);
    page.press("Day it happened", draw_commitments);
    page.type(short_date(page.today - 8, page.today), draw_commitments);
    page.press_key(ImGuiKey_Enter, draw_commitments);
    CHECK(page.says("The deal will then start on " + short_date(page.today - 8, page.today)));
    page.press("Mark as asked", draw_commitments);
    const auto after = deal_after(page);
    CHECK(after.opened == page.today - 8);
    CHECK(after.commitments[0].events.back().on == page.today - 8);
    CHECK(page.action<action::Apply>().edits.size() == 2);
}

TEST_CASE("Deals: a deal is closed and reopened from its menu, in the table and on the board") {
    for (const bool board : {false, true}) {
        CAPTURE(board);
        PageFixture page;
        page.today = test::today();
        page.open(example_deal());
        page.go(Screen::deals);
        page.view.deals.as_board = board;
        page.draw(draw_deals);
        page.press("More for Brightwater Foods", draw_deals);
        page.press("Close\u2026", draw_deals);
        CHECK(page.view.close.open);
        CHECK(page.view.close.deal == page.document.entries.front().deal.id);
        page.view.close = {};
        page.document.entries.front().deal.outcome = Won{page.today};
        ++page.document.entries.front().revision;
        page.view.deals.filter = "closed";
        page.draw(draw_deals);
        page.press("More for Brightwater Foods", draw_deals);
        page.press("Reopen", draw_deals);
        CHECK(page.action<action::Apply>().deal == page.document.entries.front().deal.id);
    }
}
