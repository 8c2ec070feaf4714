#include "app/session/team/join_team.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "tests/support/app/team_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

using Step = TeamJoinDraft::Step;

void type(TeamTab& tab, std::string name, std::string passphrase) {
    auto& join = *tab.view.team.join;
    join.name = std::move(name);
    join.user = "lena";
    join.password = "of lena";
    join.passphrase = std::move(passphrase);
}

bool has_nothing_stored(const TeamTab& tab) {
    return std::ranges::none_of(tab.platform.storage->texts, [](const auto& one) { return is_of_team(one.first); });
}

}

TEST_CASE("which links are a team's") {
    CHECK(is_team_link("#team"));
    CHECK(is_team_link("https://example.org/#team"));
    CHECK(is_team_link(invitation_to_team("lena")));
    CHECK_FALSE(is_team_link("#teams"));
    CHECK_FALSE(is_team_link("team"));
    CHECK_FALSE(is_team_link("#d1.abc"));
}

TEST_CASE("by an invitation a name is enough") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    tab.document.settings.seller = "Lena Vogt";
    world.run(100);
    open_link(tab.world(), invitation_to_team("lena"));
    REQUIRE(tab.view.team.join);
    CHECK(tab.view.team.join->step == Step::typing);
    CHECK(tab.view.team.join->team == "Brightwater Sales");
    CHECK(tab.view.team.join->name == "Lena Vogt");
    CHECK(tab.platform.fragment_cleared); // nobody reads it out of the address
    CHECK(tab.platform.asked_server == 0);
    CHECK(tab.platform.link.openings == 0);
    CHECK(has_nothing_stored(tab));
    tab.ask_team(team_action::Join{});
    CHECK(tab.view.team.join->step == Step::tries);
    CHECK_FALSE(is_in_team(tab.document));
    world.run(500);
    CHECK_FALSE(tab.view.team.join);
    REQUIRE(is_in_team(tab.document));
    CHECK(tab.has_said("You are in Brightwater Sales now"));
    CHECK(tab.platform.storage->texts.contains("team"));
    CHECK(team_state(tab.document).words == "Connected");
}

TEST_CASE("without a name nobody joins") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    open_link(tab.world(), invitation_to_team("lena"));
    tab.view.team.join->name = "  ";
    tab.ask_team(team_action::Join{});
    REQUIRE(tab.view.team.join->error);
    CHECK(tab.view.team.join->error->what == "Type your name");
    CHECK(tab.platform.link.openings == 0);
}

TEST_CASE("by the passphrase: the first makes the team's seal, and another passphrase does not open it") {
    TeamWorldOfTabs world(2);
    for (std::size_t i = 0; i < 2; ++i) {
        open_link(world[i].world(), "#team");
        CHECK(world[i].platform.asked_server == 1);
        CHECK(world[i].view.team.join->step == Step::looks);
        world.run(40);
        REQUIRE(world[i].view.team.join->step == Step::typing);
        type(world[i], i == 0 ? "Lena" : "Otto", i == 0 ? std::string(team_passphrase) : "another one");
        world[i].ask_team(team_action::Join{});
        world.run(1000);
    }
    CHECK(is_in_team(world[0].document));
    CHECK_FALSE(world[1].document.team);
    REQUIRE(world[1].view.team.join);
    CHECK(world[1].view.team.join->step == Step::typing);
    REQUIRE(world[1].view.team.join->error);
    CHECK(world[1].view.team.join->error->what.find("passphrase") != std::string::npos);
    CHECK(has_nothing_stored(world[1]));
    CHECK_FALSE(world[1].platform.link.is_open);
    // The right one, typed into the same dialog.
    world[1].view.team.join->passphrase = "  " + std::string(team_passphrase) + " ";
    world[1].ask_team(team_action::Join{});
    world.run(1000);
    CHECK(is_in_team(world[1].document));
}

TEST_CASE("an address without a team, with a damaged team.json, a refused login, no network: one clear sentence") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    SECTION("no team.json") {
        tab.platform.server_text = fail("This address has no team", {}, "Open the invitation that you were sent.");
        open_link(tab.world(), "#team");
        world.run(40);
        REQUIRE(tab.view.team.join);
        REQUIRE(tab.view.team.join->error);
        CHECK(tab.view.team.join->error->what == "This address has no team");
        tab.ask_team(team_action::CloseJoin{});
        CHECK_FALSE(tab.view.team.join);
    }
    SECTION("damaged") {
        tab.platform.server_text = std::string("{\"middleground_team\": 1, \"id\": 5}");
        open_link(tab.world(), "#team");
        world.run(40);
        CHECK(tab.view.team.join->error);
        CHECK(tab.view.team.join->step == Step::looks);
    }
    SECTION("the login is refused") {
        tab.platform.link.refuses = true;
        open_link(tab.world(), invitation_to_team("lena"));
        tab.view.team.join->name = "Lena";
        tab.ask_team(team_action::Join{});
        world.run(200);
        REQUIRE(tab.view.team.join);
        REQUIRE(tab.view.team.join->error);
        CHECK(tab.view.team.join->error->what == "The team's server refused the login");
    }
    SECTION("no network") {
        tab.platform.link.go_offline();
        open_link(tab.world(), invitation_to_team("lena"));
        tab.view.team.join->name = "Lena";
        tab.ask_team(team_action::Join{});
        world.run(200);
        REQUIRE(tab.view.team.join->error);
        CHECK(tab.view.team.join->error->what == "The team's server does not answer");
        tab.platform.link.come_back();
        tab.ask_team(team_action::Join{});
        world.run(500);
        CHECK(is_in_team(tab.document));
        return;
    }
    SECTION("a link that was cut anywhere") {
        const auto whole = invitation_to_team("lena");
        for (std::size_t length = whole.find("#t1.") + 4; length < whole.size(); length += 3) {
            tab.view.error.reset();
            open_link(tab.world(), whole.substr(0, length));
            CHECK_FALSE(tab.view.team.join);
            CHECK(tab.view.error);
        }
    }
    SECTION("no way to a server in this build") {
        tab.platform.has_link = false;
        open_link(tab.world(), "#team");
        REQUIRE(tab.view.error);
        CHECK(tab.view.error->what == "This build of Middleground cannot connect to a team");
        CHECK(tab.platform.asked_server == 0);
    }
    CHECK_FALSE(tab.document.team);
    CHECK(has_nothing_stored(tab));
}

TEST_CASE("who is in a team is told so, whatever is opened") {
    TeamWorldOfTabs world(1);
    world.join(0, "Lena");
    auto& tab = world[0];
    for (const auto& link : {std::string("#team"), invitation_to_team("other")}) {
        tab.view.error.reset();
        open_link(tab.world(), link);
        CHECK_FALSE(tab.view.team.join);
        REQUIRE(tab.view.error);
        CHECK(tab.view.error->what == "You are in the team Brightwater Sales already");
    }
    // Also before anything of it was read.
    world.restart(0);
    open_link(world[0].world(), "#team");
    CHECK(world[0].view.error);
    CHECK(world[0].platform.asked_server == 0);
}

TEST_CASE("storage is full: nobody joins, and it is said why") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    world.run(1000);
    tab.platform.storage->capacity = tab.platform.storage->used() + 10;
    open_link(tab.world(), invitation_to_team("lena"));
    tab.view.team.join->name = "Lena";
    tab.ask_team(team_action::Join{});
    world.run(500);
    CHECK_FALSE(tab.document.team);
    REQUIRE(tab.view.team.join);
    REQUIRE(tab.view.team.join->error);
    CHECK(tab.view.team.join->error->what == "Not joined: Storage is full");
    CHECK(has_nothing_stored(tab));
}

TEST_CASE("closed while the server is asked: nothing is left of it") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    open_link(tab.world(), invitation_to_team("lena"));
    tab.view.team.join->name = "Lena";
    tab.ask_team(team_action::Join{});
    tab.ask_team(team_action::CloseJoin{});
    world.run(500);
    CHECK_FALSE(tab.document.team);
    CHECK_FALSE(tab.view.team.join);
    CHECK_FALSE(tab.platform.link.is_open);
    CHECK(has_nothing_stored(tab));
}

TEST_CASE("a membership in storage that cannot be read is said, and stays where it is") {
    TeamWorldOfTabs world(1);
    world[0].platform.storage->texts["team"] = "{ broken";
    world.restart(0);
    world.run(200);
    CHECK_FALSE(world[0].document.team);
    REQUIRE(world[0].view.error);
    CHECK(world[0].view.error->what == "What is stored of your team cannot be read");
    CHECK(world[0].platform.storage->texts.at("team") == "{ broken");
}
