#include "app/viewmodel/team/team_words.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/viewmodel/agenda/agenda_cache.hpp"
#include "app/viewmodel/agenda/week_cache.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "app/viewmodel/search/deal_search.hpp"
#include "app/viewmodel/settings_data.hpp"
#include "tests/support/app/team_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// Lena with a deal of her own that she shares, one that she keeps to herself, and one of Otto's.
struct Portfolio : TeamWorldOfTabs {
    Portfolio() : TeamWorldOfTabs(2) {
        join(0, "Lena");
        join(1, "Otto");
        run(300);
        shared = tabs[0]->start("Shared");
        alone = tabs[0]->start("Alone");
        ottos = tabs[1]->start("Otto's");
        run(600);
        tabs[0]->ask_team(team_action::Share{shared});
        tabs[1]->ask_team(team_action::Share{ottos});
        run(3000);
    }
    Document& document() { return tabs[0]->document; }
    DealId shared, alone, ottos;
};

}

TEST_CASE("without a team there is no word of one") {
    const Document document;
    CHECK_FALSE(is_in_team(document));
    CHECK(team_name(document).empty());
    CHECK(team_saved_words(document).empty());
    CHECK(team_state(document).words.empty());
    CHECK(team_members(document).empty());
    CHECK(team_bands(document).empty());
    CHECK_FALSE(shared_words(document, DealId{"aaaaaa"}).shared);
    CHECK(seen_lines(document, DealId{"aaaaaa"}, Date()).empty());
    CHECK(owners_of(document).empty());
    CHECK(owner_of(document, DealId{"aaaaaa"}).name.empty());
    CHECK(sharing_mark(document) == 0);
}

TEST_CASE("whose each deal is: in the list with a filter, and in its sums; on Today and Week one's own alone") {
    Portfolio world;
    auto& document = world.document();
    CHECK(owner_of(document, world.shared).name == "You");
    CHECK(owner_of(document, world.alone).name == "Not shared");
    CHECK(owner_of(document, world.ottos).name == "Otto");
    const auto owners = owners_of(document);
    REQUIRE(owners.size() == 3);
    CHECK(owners[0].owner.name == "You");
    CHECK(owners[1].owner.name == "Otto");
    CHECK(owners[2].owner.id == not_shared);

    DerivedCache derived;
    ForecastCache forecasts;
    DealsCache cache;
    const DealSearch search;
    const auto today = world[0].platform.today();
    const auto& rows = cache.rows(document, derived, today, forecasts, document.playbooks);
    REQUIRE(rows.size() == 3);
    CHECK(cache.count(DealFilter::all) == 3);
    CHECK(cache.chosen({}, search).size() == 3);
    DealChoice of_otto;
    of_otto.owner = owners[1].owner.id;
    REQUIRE(cache.chosen(of_otto, search).size() == 1);
    CHECK(cache.chosen(of_otto, search).front()->deal->id == world.ottos);
    DealChoice by_owner;
    by_owner.column = DealColumn::owner;
    CHECK(cache.chosen(by_owner, search).front()->owner_name == "Not shared");

    // Handed over, the list says so without being asked anew.
    world[1].ask_team(team_action::HandOver{world.ottos, world[0].team().membership().me});
    world.run(3000);
    const auto& later = cache.rows(document, derived, today, forecasts, document.playbooks);
    CHECK(std::ranges::count(later, "You", &DealRow::owner_name) == 2);

    AgendaCache agenda;
    const auto own = agenda.all(document, derived, forecasts, today).for_today();
    find_entry(document, world.ottos)->sharing = Sharing::colleagues;
    const auto without = agenda.all(document, derived, forecasts, today).for_today();
    CHECK(without < own);
}

TEST_CASE("what colleagues have, too, is not said to be only here") {
    Portfolio world;
    const auto words = backup_reminder(world.document(), world[0].platform.today()).words;
    CHECK(words == "Never backed up, 1 deal is only here");
}

TEST_CASE("members: oneself, then who is here; without a connection those who were known last") {
    Portfolio world;
    auto members = team_members(world.document());
    REQUIRE(members.size() == 2);
    CHECK(members[0].words == "you");
    CHECK(members[1].is_here);
    world[0].platform.link.go_offline();
    world.run(300);
    members = team_members(world.document());
    REQUIRE(members.size() == 2);
    CHECK_FALSE(members[1].is_here);
    CHECK(team_state(world.document()).is_problem);
    // Started without a network, Otto has his name.
    auto browser = world[0].platform.browser;
    world.restart(0);
    world[0].platform.link.network = false;
    world.run(500);
    CHECK(owner_of(world.document(), world.ottos).name == "Otto");
    CHECK(shared_words(world.document(), world.ottos).whose == "Otto owns it");
    CHECK(team_members(world.document()).size() == 2);
}

TEST_CASE("names and ids in storage, whole and damaged") {
    const std::map<std::string, std::string> names{{"0123456789ab", "Otto Berg"}, {"ffffffffffff", "\u4f60\u597d"}};
    CHECK(names_in(names_text(names)) == names);
    CHECK(names_in("").empty());
    CHECK(names_in("no tab\n\n\t\n").size() <= 1);
    CHECK(names_in("a\t\xff\xfe\nb\tB") == std::map<std::string, std::string>{{"b", "B"}});
    Document document;
    mark_colleagues(document, "aaaaaa\nnonsense\n\n\n");
    document.entries.resize(2);
    document.entries[0].deal.id = {"aaaaaa"};
    document.entries[1].deal.id = {"bbbbbb"};
    mark_colleagues(document, "aaaaaa\nnonsense\n\n\n");
    CHECK(colleagues_text(document) == "aaaaaa\n");
}
