#include "app/session/action.hpp"
#include "app/ui/team/team.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/team_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

template <typename A>
const A* asked(const PageFixture& page) {
    const A* found = nullptr;
    for (const auto& action : page.actions) {
        const auto* of_team = std::get_if<action::OfTeam>(&action.any());
        if (of_team && std::holds_alternative<A>(of_team->asked)) found = &std::get<A>(of_team->asked);
    }
    return found;
}

// Lena's page, with a team of three and a deal of hers that is shared.
struct TeamPage {
    explicit TeamPage(ImVec2 size = ImVec2(1440, 900)) : world(3), page(size) {
        world.join(0, "Lena");
        world.join(1, "Otto");
        world.join(2, "Mara");
        world.run(300);
        id = world[0].start("Pilot");
        world.run(600);
        world[0].ask_team(team_action::Share{id});
        world.run(3000);
        look();
    }
    void look() {
        page.document = world[0].document;
        page.today = world[0].platform.today();
        open_deal(page.world(), id, Screen::share);
    }
    TeamWorldOfTabs world;
    PageFixture page;
    DealId id;
};

void everything(const Context& context) {
    auto below = context;
    below.min.y = draw_team_line(context);
    ImGui::SetCursorScreenPos({below.min.x + 20, below.min.y + 20});
    if (context.deal) draw_team_share_card(context, 600);
    ImGui::SetCursorScreenPos({below.min.x + 20, below.min.y + 320});
    draw_team_card(context, 350);
    draw_join_team(context);
    draw_team_dialogs(context);
}

}

TEST_CASE("joining: typed, kept by Enter, and closed") {
    for (const ImVec2 size : {ImVec2(1440, 900), ImVec2(390, 844)}) {
        PageFixture page(size);
        page.view.team.join = TeamJoinDraft{.step = TeamJoinDraft::Step::typing, .server_text = "{}", .team = "Brightwater Sales"};
        page.draw(draw_join_team);
        CHECK(page.says("Brightwater Sales"));
        page.type("Lena", draw_join_team);
        page.press("Passphrase of the team", draw_join_team);
        page.type("four words make it", draw_join_team);
        CHECK(page.view.team.join->name == "Lena");
        CHECK(page.view.team.join->passphrase == "four words make it");
        CHECK_FALSE(page.says("four words make it"));
        page.press("Show", draw_join_team);
        CHECK_FALSE(page.says("four words make it")); // seen, but told to nobody
        page.press("Passphrase of the team", draw_join_team);
        page.press_key(ImGuiKey_Enter, draw_join_team);
        CHECK(asked<team_action::Join>(page));
        page.actions.clear();
        page.view.team.join->error = Error{"The passphrase is not that of the team", {}, "Ask a colleague."};
        page.draw(draw_join_team);
        CHECK(page.says("The passphrase is not that of the team."));
        page.press("Cancel", draw_join_team);
        CHECK(asked<team_action::CloseJoin>(page));
    }
}

TEST_CASE("an address without a team says so, and can be closed") {
    PageFixture page;
    page.view.team.join = TeamJoinDraft{.error = Error{"This address has no team", {}, "Open the invitation that you were sent."}};
    page.draw(draw_join_team);
    CHECK(page.says("This address has no team."));
    CHECK_FALSE(page.shows("Join"));
    page.press("Close", draw_join_team);
    CHECK(asked<team_action::CloseJoin>(page));
}

TEST_CASE("sharing, handing over, taking back; removing for everybody is asked for twice") {
    TeamPage team;
    auto& page = team.page;
    page.draw(everything);
    CHECK(page.says("You own it"));
    page.press("Take it back", everything);
    CHECK(asked<team_action::TakeBack>(page));
    page.actions.clear();
    page.press("Remove for everybody", everything);
    CHECK_FALSE(asked<team_action::RemoveForAll>(page));
    CHECK(page.says("colleagues are told that you removed it"));
    page.press("Keep it shared", everything);
    CHECK_FALSE(asked<team_action::RemoveForAll>(page));
    page.press("Hand over", everything);
    page.draw(draw_team_dialogs);
    page.press("Otto", draw_team_dialogs);
    REQUIRE(asked<team_action::HandOver>(page));
    CHECK(asked<team_action::HandOver>(page)->member == team.world[1].team().membership().me);
}

TEST_CASE("a deal that is not shared offers it; a colleague's offers nothing that is its owner's") {
    TeamPage team;
    auto& page = team.page;
    auto own = page.document.entries.front().deal;
    own.id = DealId{"zzzzzz"};
    page.open(own);
    page.draw(everything);
    page.press("Share with the team", everything);
    REQUIRE(asked<team_action::Share>(page));
    CHECK(asked<team_action::Share>(page)->id == DealId{"zzzzzz"});

    team.world[0].ask_team(team_action::HandOver{team.id, team.world[1].team().membership().me});
    team.world.run(3000);
    team.look();
    page.draw(everything);
    CHECK(page.says("Otto owns it"));
    CHECK_FALSE(page.shows("Take it back"));
    CHECK_FALSE(page.shows("Remove for everybody"));
    CHECK_FALSE(page.shows("Hand over"));
}

TEST_CASE("what changed is marked over the deal, listed, and seen") {
    TeamPage team;
    auto& page = team.page;
    team.world[1].rename(team.id, "Otto's title");
    team.world.run(3000);
    team.look();
    page.draw(everything);
    page.press("Otto changed 1 thing", everything);
    CHECK(page.says("Title: Otto's title"));
    page.press("I have seen it", everything);
    CHECK(asked<team_action::Looked>(page));
}

TEST_CASE("inviting and leaving") {
    TeamPage team;
    auto& page = team.page;
    page.draw(everything);
    page.press("Invite a colleague", everything);
    page.type("mara2", everything);
    page.press("Copy the invitation", everything);
    CHECK_FALSE(asked<team_action::CopyInvitation>(page));
    CHECK(page.says("A user and a password belong together"));
    page.press("Password of that user", everything);
    page.type("her password", everything);
    page.press("Copy the invitation", everything);
    REQUIRE(asked<team_action::CopyInvitation>(page));
    CHECK(asked<team_action::CopyInvitation>(page)->user == "mara2");
    CHECK_FALSE(page.view.team.invite);
    page.press("Leave the team", everything);
    page.press("Stay", everything);
    CHECK_FALSE(asked<team_action::Leave>(page));
    page.press("Leave the team", everything);
    page.press("Leave", everything);
    CHECK(asked<team_action::Leave>(page));
}
