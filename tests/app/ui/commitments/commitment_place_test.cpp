// A commitment's way out of the plan and back, by its panel.
#include "app/ui/commitments/commitment_place.hpp"
#include "app/ui/commitments/commitment_moves.hpp"

#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/applied.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

using K = CommitmentEventKind;

const Date october = Date::from_calendar(2026, 10, 1).value();

// The page with one commitment chosen, tall enough for all of its panel.
struct Panel : PageFixture {
    explicit Panel(std::vector<CommitmentEvent> events, const CommitmentId& id = consensus) : PageFixture(ImVec2(1440, 2000)) {
        today = test::today();
        auto deal = example_deal();
        for (auto& commitment : deal.commitments) {
            if (commitment.id == id) commitment.events = std::move(events);
        }
        open(std::move(deal));
        view.commitment = id;
        draw(draw_commitments);
    }
    void press(std::string_view label) { PageFixture::press(label, draw_commitments); }
    void write(std::string_view field, std::string_view text) {
        press(field);
        type(text, draw_commitments);
        press_key(ImGuiKey_Enter, draw_commitments);
    }
    Commitment after(const CommitmentId& id = consensus) const { return *find(deal_after(*this), id); }
};

CommitmentEvent happened(K kind, int days_ago) {
    return {kind, today() - days_ago, {}, {}, {}, {}};
}

}

TEST_CASE("Commitments: not needed and dropped are one step, with the reason", "[set_aside]") {
    for (const auto& [button, kind, toast] : {std::tuple{"Not needed", K::not_needed, "Not needed: Build consensus"},
                                              std::tuple{"Drop", K::dropped, "Dropped: Build consensus"}}) {
        INFO(button);
        Panel page({happened(K::asked, 3)});
        CHECK_FALSE(page.shows("Remove")); // what was answered would be lost
        page.write("Why it is set aside", "They have one already");
        page.press(button);
        const auto& apply = page.action<action::Apply>();
        REQUIRE(apply.edits.size() == 1);
        CHECK(apply.toast);
        CHECK(describe(page.document.entries.front().deal, apply.edits.front()) == toast);
        CHECK(page.after().events.back() == CommitmentEvent{kind, today(), {}, {}, "They have one already", {}});
        CHECK(page.item("Why it is set aside")->value.empty());
    }
}

TEST_CASE("Commitments: what is set aside says why, and is only reopened", "[set_aside]") {
    auto dropped = happened(K::dropped, 2);
    dropped.why = "No use for it";
    Panel page({happened(K::asked, 3), dropped});
    CHECK(page.says("Dropped 28 Jun: No use for it"));
    CHECK_FALSE(page.shows("Why it is set aside"));
    CHECK_FALSE(page.shows("Mark as agreed"));
    CHECK_FALSE(page.shows("Remove"));
    page.press("Reopen");
    CHECK(page.after().events.back().kind == K::reopened);
}

TEST_CASE("Commitments: what was never asked for can go for good, and the decision stays", "[set_aside]") {
    Panel planned({});
    CHECK(planned.shows("Drop"));
    CHECK(planned.shows("Remove"));
    Panel set_aside({happened(K::not_needed, 2)});
    CHECK(set_aside.shows("Remove"));
    Panel decision({happened(K::asked, 3)}, invest);
    CHECK(decision.shows("Mark as agreed"));
    CHECK_FALSE(decision.shows("Drop"));
    CHECK_FALSE(decision.shows("Not needed"));
    CHECK_FALSE(decision.shows("Remove"));
}

TEST_CASE("Commitments: they asked for it, whoever of them it was") {
    Panel page({});
    page.press("They asked for it");
    page.press_key(ImGuiKey_DownArrow, draw_commitments);
    page.press_key(ImGuiKey_Enter, draw_commitments);
    const auto asked = page.after().events.back();
    CHECK(asked.kind == K::asked);
    CHECK(asked.by == Asker::them);
    CHECK(asked.who.size() <= 1);
    Panel after({CommitmentEvent{K::asked, today() - 1, {elena}, {}, {}, {}, Asker::them}});
    CHECK(after.says("Elena Brandt asked for it on 29 Jun"));
    CHECK(after.says("Asked by them on 29 Jun"));
}

TEST_CASE("Commitments: an answer names the day before which nothing happens") {
    Panel page({happened(K::asked, 3)});
    page.write("Not before", "Q4");
    page.write("Reason", "No people");
    page.press("Mark as declined");
    const auto declined = page.after().events.back();
    CHECK(declined.kind == K::declined);
    CHECK(declined.not_before == october);
    CHECK(declined.why == "No people");
    CHECK(page.item("Not before")->value.empty());
    auto said = happened(K::declined, 2);
    said.not_before = october;
    said.why = "No people";
    Panel after({happened(K::asked, 3), said});
    CHECK(after.says("Declined, not before 1 Oct: No people"));
}

TEST_CASE("Commitments: a day that cannot be is refused where it was typed") {
    Panel page({happened(K::asked, 3)});
    page.write("Not before", "1 May 2026");
    page.press("Mark as declined");
    CHECK_FALSE(page.has_action<action::Apply>());
    CHECK(page.says("Nothing is to happen before 1 May"));
    CHECK(page.item("Not before")->value == "1 May 2026");
}
