#include "app/viewmodel/commitments_data.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/knowledge.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Commitment commitment(std::string id, std::string title, std::vector<CommitmentId> prerequisites = {}) {
    Commitment made;
    made.id = {std::move(id)};
    made.created = today - 30;
    made.title = std::move(title);
    made.prerequisites = std::move(prerequisites);
    return made;
}

void happened(Commitment& commitment, CommitmentEventKind kind, int days_ago) {
    commitment.events.push_back({kind, today - days_ago, {}, {}, {}, {}});
}

// Time is kept; Explore is ready with Elena; Decide waits for Explore and decides; Review was asked.
Deal deal() {
    Deal made;
    made.id = {"aaaaaa"};
    made.created = today - 30;
    made.opened = today - 30;
    made.title = "Delivery planning";
    for (const auto* name : {"Elena Brandt", "Tom Hadley"}) {
        Stakeholder person;
        person.id = {std::string("00000") + static_cast<char>('1' + made.stakeholders.size())};
        person.created = made.opened;
        person.name = name;
        made.stakeholders.push_back(person);
    }
    auto time = commitment("cccccc", "Time");
    happened(time, CommitmentEventKind::asked, 20);
    happened(time, CommitmentEventKind::kept, 10);
    auto explore = commitment("dddddd", "Explore", {{"cccccc"}});
    explore.buyer_owner = made.stakeholders[0].id;
    auto decide = commitment("eeeeee", "Decide", {{"dddddd"}});
    decide.decides = true;
    auto review = commitment("ffffff", "Review", {{"cccccc"}});
    happened(review, CommitmentEventKind::asked, 5);
    made.commitments = {time, explore, decide, review};
    return made;
}

// What the page asked for, carried out.
Deal after(const PageFixture& page) {
    auto result = page.document.entries.front().deal;
    for (const auto& edit : page.action<action::Apply>().edits) {
        auto next = apply(result, edit, today);
        REQUIRE(next);
        result = *next;
    }
    return result;
}

// A copy: the deal is often a temporary.
Commitment by_title(const Deal& in, std::string_view title) {
    const auto found = std::ranges::find(in.commitments, title, &Commitment::title);
    REQUIRE(found != in.commitments.end());
    return *found;
}

}

TEST_CASE("commitments: the title is a finding") {
    const auto plan = deal();
    CHECK(commitments_title(derive(plan, nothing_known(), today)) == "1 of 4 kept, 1 ready to ask");
    CHECK(commitments_line(derive(plan, nothing_known(), today), today).find("The last one was kept 10 days ago.") !=
          std::string::npos);
    Deal empty;
    CHECK(commitments_title(derive(empty, nothing_known(), today)) == "No commitment is planned yet");
    CHECK(commitments_line(derive(empty, nothing_known(), today), today).empty());
    auto done = plan;
    for (auto& each : done.commitments) {
        each.events = {{CommitmentEventKind::asked, today, {}, {}, {}, {}}, {CommitmentEventKind::kept, today, {}, {}, {}, {}}};
    }
    CHECK(commitments_title(derive(done, nothing_known(), today)) == "All 4 are kept");
}

TEST_CASE("commitments: what would make a circle cannot be a prerequisite") {
    const auto plan = deal();
    CHECK(possible_prerequisites(plan, {"cccccc"}).empty());
    CHECK(possible_prerequisites(plan, {"dddddd"}) == std::vector{0, 3});
    CHECK(possible_prerequisites(plan, {"eeeeee"}) == std::vector{0, 1, 3});
}

TEST_CASE("commitments: a move up or down changes the plan by one place, or is not offered") {
    const auto plan = deal();
    const auto order = [](const Deal& of) {
        std::vector<std::string> ids;
        for (const auto& item : plan_of(of)) {
            ids.push_back(item.id.text);
        }
        return ids;
    };
    const auto derived = derive(plan, nothing_known(), today);
    for (std::size_t i = 0; i < derived.plan.size(); ++i) {
        const auto& id = derived.plan[i].id;
        CAPTURE(id.text);
        if (const auto up = move_up(plan, derived, id)) {
            auto expected = order(plan);
            std::swap(expected[i], expected[i - 1]);
            CHECK(order(apply(plan, *up, today).value()) == expected);
        }
        if (const auto down = move_down(plan, derived, id)) {
            auto expected = order(plan);
            std::swap(expected[i], expected[i + 1]);
            CHECK(order(apply(plan, *down, today).value()) == expected);
        }
    }
    CHECK_FALSE(move_up(plan, derived, {"cccccc"}));
    CHECK_FALSE(move_up(plan, derived, {"dddddd"}));
    CHECK_FALSE(move_down(plan, derived, {"cccccc"}));
    CHECK(move_up(plan, derived, {"ffffff"}));
}

TEST_CASE("commitments: every legal move is offered, no other") {
    for (const auto state : {CommitmentState::planned, CommitmentState::asked, CommitmentState::agreed, CommitmentState::kept,
                             CommitmentState::declined, CommitmentState::broken}) {
        const auto moves = moves_from(state);
        CHECK_FALSE(moves.empty());
        for (const auto kind : {CommitmentEventKind::asked, CommitmentEventKind::agreed, CommitmentEventKind::declined,
                                CommitmentEventKind::kept, CommitmentEventKind::broken, CommitmentEventKind::reopened}) {
            CHECK((std::ranges::find(moves, kind, &CommitmentMove::kind) != moves.end()) == is_legal_move(state, kind));
        }
    }
}

TEST_CASE("Commitments: a press on a node or a row selects, Esc closes") {
    PageFixture page;
    page.open(deal());
    page.draw(draw_commitments);
    CHECK(page.says("1 of 4 kept, 1 ready to ask"));
    CHECK_FALSE(page.shows("Close the details"));
    SECTION("a node") {
        page.press("Explore, Ready for 10 days", draw_commitments);
        CHECK(page.view.commitment.text == "dddddd");
        CHECK(page.item("Title")->value == "Explore");
        page.press_key(ImGuiKey_Escape, draw_commitments);
        CHECK(page.view.commitment.empty());
    }
    SECTION("a row") {
        page.press("Decide", draw_commitments);
        CHECK(page.view.commitment.text == "eeeeee");
        CHECK(page.says("Waits for Explore"));
        CHECK(page.says("This commitment decides the deal"));
        page.press("Close the details", draw_commitments);
        CHECK(page.view.commitment.empty());
    }
    SECTION("without the graph") {
        page.press("Table only", draw_commitments);
        CHECK_FALSE(page.shows("Explore, Ready for 10 days"));
        CHECK(page.shows("Explore"));
    }
}

TEST_CASE("Commitments: arrow keys go from node to node, Enter goes to the details") {
    PageFixture page;
    page.open(deal());
    page.draw(draw_commitments);
    page.press("Time, Kept 6 Jun", draw_commitments);
    page.press_key(ImGuiKey_RightArrow, draw_commitments);
    if (page.view.commitment.text == "cccccc") { // the first key only shows where the focus is
        page.press_key(ImGuiKey_RightArrow, draw_commitments);
    }
    CHECK(page.view.commitment.text == "dddddd");
    page.press_key(ImGuiKey_RightArrow, draw_commitments);
    CHECK(page.view.commitment.text == "eeeeee");
    page.press_key(ImGuiKey_LeftArrow, draw_commitments);
    CHECK(page.view.commitment.text == "dddddd");
    page.press_key(ImGuiKey_Enter, draw_commitments);
    CHECK(page.item("Title")->focused);
}

TEST_CASE("Commitments: Alt with an arrow moves a row of the table") {
    PageFixture page;
    page.open(deal());
    page.draw(draw_commitments);
    CHECK_FALSE(page.shows("Show in plan order"));
    for (int i = 0; i < 80 && !(page.item("Review") && page.item("Review")->focused); ++i)
        page.press_key(ImGuiKey_Tab, draw_commitments);
    REQUIRE(page.item("Review")->focused);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, true);
    page.draw(draw_commitments);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_UpArrow, true);
    page.draw(draw_commitments);
    const auto& edits = page.action<action::Apply>().edits;
    REQUIRE(edits.size() == 1);
    CHECK(std::holds_alternative<edit::MoveCommitment>(edits.front().any()));
    ImGui::GetIO().AddKeyEvent(ImGuiKey_UpArrow, false);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, false);
    page.draw(draw_commitments);
    page.press("State", draw_commitments);
    REQUIRE(page.shows("Show in plan order"));
    page.press("Show in plan order", draw_commitments);
    CHECK_FALSE(page.shows("Show in plan order"));
}

TEST_CASE("Commitments: moves are recorded with their day, people and reason") {
    PageFixture page;
    page.open(deal());
    SECTION("asked today, of the owner") {
        page.view.commitment = {"dddddd"};
        page.draw(draw_commitments);
        page.press("Mark as asked", draw_commitments);
        CHECK(page.action<action::Apply>().toast);
        const auto event = by_title(after(page), "Explore").events.back();
        CHECK(event.kind == CommitmentEventKind::asked);
        CHECK(event.on == today);
        CHECK(event.who == std::vector<StakeholderId>{{"000001"}});
    }
    SECTION("declined on a day that was typed") {
        page.view.commitment = {"ffffff"};
        page.draw(draw_commitments);
        page.press("Day it happened", draw_commitments);
        page.type("14 Jun", draw_commitments);
        page.press("Reason", draw_commitments);
        page.type("No time before autumn", draw_commitments);
        page.press("Mark as declined", draw_commitments);
        const auto event = by_title(after(page), "Review").events.back();
        CHECK(event.kind == CommitmentEventKind::declined);
        CHECK(event.on == today - 2);
        CHECK(event.why == "No time before autumn");
    }
    SECTION("a day before what was recorded last is refused where it was typed") {
        page.view.commitment = {"ffffff"};
        page.draw(draw_commitments);
        page.press("Day it happened", draw_commitments);
        page.type("1 Jun", draw_commitments);
        page.press("Mark as kept", draw_commitments);
        CHECK_FALSE(page.has_action<action::Apply>());
        CHECK(page.says("Choose 11 Jun or a later day"));
        CHECK(page.item("Day it happened")->value == "1 Jun");
    }
    SECTION("what is no day is refused") {
        page.view.commitment = {"ffffff"};
        page.draw(draw_commitments);
        page.press("Day it happened", draw_commitments);
        page.type("someday", draw_commitments);
        page.press("Mark as kept", draw_commitments);
        CHECK_FALSE(page.has_action<action::Apply>());
        CHECK(page.item("Day it happened")->value == "someday");
    }
    SECTION("only a broken or agreed one can be broken") {
        page.view.commitment = {"cccccc"};
        page.draw(draw_commitments);
        CHECK(page.shows("Reopen"));
        CHECK_FALSE(page.shows("Mark as kept"));
        CHECK_FALSE(page.shows("Mark as broken"));
    }
    SECTION("from the row of the table") {
        page.draw(draw_commitments);
        page.press("Mark agreed: Review", draw_commitments);
        CHECK(state_of(by_title(after(page), "Review")) == CommitmentState::agreed);
        CHECK(page.view.commitment.empty());
    }
}

TEST_CASE("Commitments: fields save themselves") {
    PageFixture page;
    page.open(deal());
    page.view.commitment = {"dddddd"};
    page.view.texts["commitments shown as"] = "table";
    page.draw(draw_commitments);
    SECTION("due date") {
        page.press("Due date", draw_commitments);
        page.type("30 Jun", draw_commitments);
        page.press_key(ImGuiKey_Enter, draw_commitments);
        CHECK(due_of(by_title(after(page), "Explore")) == today + 14);
    }
    SECTION("owner") {
        page.press("Owner on their side", draw_commitments);
        page.press("Tom Hadley", draw_commitments);
        CHECK(by_title(after(page), "Explore").buyer_owner.text == "000002");
    }
    SECTION("done when") {
        page.press("Done when", draw_commitments);
        page.type("D", draw_commitments);
        CHECK(by_title(after(page), "Explore").done_when == "D");
        CHECK_FALSE(page.action<action::Apply>().key.empty());
    }
    SECTION("prerequisites") {
        page.press("Has to be kept first", draw_commitments);
        page.type("Rev", draw_commitments);
        page.press_key(ImGuiKey_Enter, draw_commitments);
        const auto changed = after(page);
        CHECK(by_title(changed, "Explore").prerequisites == std::vector<CommitmentId>{{"cccccc"}, {"ffffff"}});
    }
    SECTION("it decides") {
        page.press("This commitment decides the deal", draw_commitments);
        const auto changed = after(page);
        CHECK(by_title(changed, "Explore").decides);
        CHECK_FALSE(by_title(changed, "Decide").decides);
    }
}

TEST_CASE("Commitments: a new one is selected with the focus in its title") {
    PageFixture page;
    page.open(deal());
    page.draw(draw_commitments);
    page.press("New commitment", draw_commitments);
    const auto changed = after(page);
    REQUIRE(changed.commitments.size() == 5);
    const auto* made = find(changed, page.view.commitment);
    REQUIRE(made);
    CHECK(made->title.empty());
    // Before the decision, which waits for it.
    CHECK(by_title(changed, "Decide").prerequisites.back() == made->id);
    CHECK(made + 1 == find(changed, CommitmentId{"eeeeee"}));
    CHECK(page.view.focus_field == "Title");
    page.document.entries.front().deal = changed;
    page.document.entries.front().revision = page.document.next_revision++;
    page.draw(draw_commitments);
    CHECK(page.view.focus_field.empty());
    REQUIRE(page.shows("Title"));
    CHECK(page.item("Title")->focused);
    // It is in the plan, and nobody is told to ask for it.
    CHECK(page.says("No title yet"));
    CHECK_FALSE(page.shows("Mark asked: No title yet"));
    CHECK(page.says("1 of 5 kept, 1 ready to ask"));

    SECTION("Esc takes it away again") {
        page.press_key(ImGuiKey_Escape, draw_commitments);
        const auto edits = page.action<action::Apply>().edits;
        REQUIRE(edits.size() == 1);
        CHECK(apply(changed, edits.front(), today).value() == deal());
        CHECK(page.view.commitment.empty());
    }
    SECTION("not once it has a title") {
        page.type("Review", draw_commitments);
        const auto named = after(page);
        page.document.entries.front().deal = named;
        page.document.entries.front().revision = page.document.next_revision++;
        page.draw(draw_commitments);
        page.press("Close the details", draw_commitments);
        CHECK(find(after(page), made->id)->title == "Review");
        CHECK(page.view.commitment.empty());
    }
}

TEST_CASE("Commitments without any says what to do") {
    PageFixture page;
    Deal empty = deal();
    empty.commitments.clear();
    page.open(empty);
    page.draw(draw_commitments);
    CHECK(page.says("No commitment is planned yet"));
    page.press("New commitment", draw_commitments);
    CHECK(after(page).commitments.size() == 1);
}

TEST_CASE("Commitments that are only looked at have no controls that change them") {
    PageFixture page;
    page.open(deal());
    page.read_only = true;
    page.view.commitment = {"dddddd"};
    page.draw(draw_commitments);
    CHECK(page.says("Explore"));
    CHECK(page.says("Elena Brandt"));
    for (const auto* label : {"Title", "Due date ", "Mark as asked", "Remove", "Move later", "New commitment", "Mark agreed: Review"}) {
        CAPTURE(label);
        CHECK_FALSE(page.shows(label));
    }
}

TEST_CASE("Commitments on a phone: a list, details in its place, and back") {
    PageFixture page(ImVec2(390, 844));
    page.open(deal());
    page.draw(draw_commitments);
    CHECK(page.says("Waits for Explore"));
    page.press("Review", draw_commitments);
    CHECK(page.view.commitment.text == "ffffff");
    CHECK_FALSE(page.shows("Decide"));
    CHECK(page.shows("Mark as agreed"));
    page.press("All commitments", draw_commitments);
    CHECK(page.view.commitment.empty());
    CHECK(page.shows("Decide"));
}

TEST_CASE("Commitments of a crowded deal: whatever is selected, the details are in the window") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(390, 844)}) {
        CAPTURE(size.x);
        PageFixture page(size);
        page.open(test::crowded_deal(today));
        page.draw(draw_commitments);
        page.view.commitment = page.document.entries.front().deal.commitments.back().id;
        page.view.scroll_to_selection = true;
        page.draw(draw_commitments);
        CHECK_FALSE(page.view.scroll_to_selection);
        REQUIRE(page.shows("Title"));
        CHECK(page.item("Title")->max.y <= size.y);
    }
}
