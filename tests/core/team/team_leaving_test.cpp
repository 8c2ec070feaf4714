#include "core/team/sealed_value.hpp"
#include "core/team/team.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

const DealId id{"d00001"};

}

TEST_CASE("A deal that is taken back or removed for all stays with everybody, no longer shared", "[team]") {
    SharedWorld world(2);
    const auto why = GENERATE(team::Farewell::taken_back, team::Farewell::removed);
    const auto not_owner = world[1].team->take_back(id, world.now_ms);
    REQUIRE_FALSE(not_owner);
    CHECK(not_owner.error().message() == "Only Lena, who owns it, can do this. Ask for it to be handed over.");
    world[1].edit(id, [](Deal& deal) { deal.notes = "Not sent yet"; }, world.now_ms);
    REQUIRE((why == team::Farewell::removed ? world[0].team->remove_for_all(id, world.now_ms) : world[0].team->take_back(id, world.now_ms)));
    world.run(5000);
    REQUIRE(world[1].gone.size() == 1);
    CHECK(world[1].gone[0].by == "Lena");
    CHECK(world[1].gone[0].why == why);
    CHECK(world[1].deal(id).notes == "Not sent yet");
    CHECK(world[0].document.contains(id.text));
    CHECK(world[0].gone.empty()); // who did it knows
    CHECK(world[0].team->state_of(id) == team::Sync::gone);
    CHECK(world[1].team->state_of(id) == team::Sync::gone);
    CHECK(world[0].team->to_send() + world[1].team->to_send() == 0);
    const auto puts = world.bucket.puts;
    world[1].edit(id, [](Deal& deal) { deal.title = "Private now"; }, world.now_ms);
    world.run(5000);
    CHECK(world.bucket.puts == puts);

    SECTION("an older copy of it does not come back") {
        auto shared = example_deal();
        world.new_day(10);
        CHECK_FALSE(world.value_of(id).removed); // the tombstone
        world[1].restart();
        world.new_day(1);
        CHECK(world[1].team->state_of(id) == team::Sync::gone);
    }
    SECTION("the tombstone goes after 30 days") {
        world.new_day(29);
        CHECK_FALSE(world.value_of(id).removed);
        world.new_day(2);
        CHECK(world.value_of(id).removed);
        CHECK(world[0].team->state_of(id) == team::Sync::local);
        CHECK(world[1].team->state_of(id) == team::Sync::local);
        CHECK_FALSE(world[0].stored.contains("team/" + id.text));
        CHECK(world[0].problems() + world[1].problems() == 0);
    }
    SECTION("it can be shared again") {
        REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
        world.run(5000);
        Random random(2);
        world.come_to_rest(random);
        CHECK(world[0].team->state_of(id) == team::Sync::sent);
        CHECK(world[1].team->state_of(id) == team::Sync::sent);
        CHECK(team::shared_text(world[0].deal(id)) == team::shared_text(world[1].deal(id)));
    }
}

TEST_CASE("A place that was away when a deal was removed hears of it, even when the tombstone is gone", "[team]") {
    SharedWorld world(2);
    world.wire.cut(1);
    REQUIRE(world[0].team->remove_for_all(id, world.now_ms));
    world.run(3000);
    const int days = GENERATE(5, 40);
    for (auto& place : world.places) place.days_ahead += days;
    world.wire.cut(0);
    world.wire.connect(0);
    world.run(5000);
    CHECK(world.value_of(id).removed == (days > 30));
    if (days > 30) world.bucket.lose(world.key_of(id)); // the server forgets the marker, too
    world.wire.connect(1);
    world.run(5000);
    REQUIRE(world[1].gone.size() == 1);
    CHECK(world[1].document.contains(id.text));
    CHECK(world[1].team->shared(id) == nullptr);
    CHECK((days > 30 || world[1].team->state_of(id) == team::Sync::gone));
}

TEST_CASE("A deal that nobody has yet is simply no longer shared", "[team]") {
    TeamWorld world(1);
    world[0].document[id.text] = example_deal();
    REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
    REQUIRE(world[0].team->take_back(id, world.now_ms));
    world.connect_all();
    world.run(3000);
    CHECK(world[0].team->state_of(id) == team::Sync::local);
    CHECK_FALSE(world[0].stored.contains("team/" + id.text));
}

TEST_CASE("The owner hands a deal over, and nobody else as long as they are there", "[team]") {
    SharedWorld world(3);
    const auto otto = world[1].membership.me;
    const auto mira = world[2].membership.me;
    const auto refused = world[1].team->hand_over(id, mira, world.now_ms);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message() == "Only Lena, who owns it, can hand it over.");
    CHECK_FALSE(world[0].team->hand_over(id, "ffffffffffff", world.now_ms));
    CHECK_FALSE(world[0].team->hand_over(id, world[0].membership.me, world.now_ms));
    CHECK_FALSE(world[0].team->hand_over({"d00007"}, otto, world.now_ms));
    REQUIRE(world[0].team->hand_over(id, otto, world.now_ms));
    world[2].edit(id, [](Deal& deal) { deal.notes = "At the same moment"; }, world.now_ms);
    world.run(5000);
    for (auto& place : world.places) {
        CHECK(place.team->shared(id)->head.owner == otto);
        CHECK(place.deal(id).notes == "At the same moment");
        CHECK(place.team->state_of(id) == team::Sync::sent);
    }
    CHECK(world[1].team->is_owner(id));

    // Otto leaves: anybody may take it over.
    world[1].team->leave();
    world[1].settle();
    world.run(3000);
    CHECK(world[1].stored.empty());
    CHECK(world[1].team->share(example_deal(), world.now_ms).error().message() == "This place has left the team.");
    CHECK_FALSE(world[1].team->wake_in_ms(world.now_ms));
    CHECK(world[1].document.contains(id.text));
    CHECK(world[2].team->members().size() == 2);
    CHECK(world[2].team->name_of(otto) == "somebody who left");
    REQUIRE(world[2].team->hand_over(id, mira, world.now_ms));
    world.run(3000);
    CHECK(world[0].team->shared(id)->head.owner == mira);
}

TEST_CASE("Who is here, and with which deal open", "[team]") {
    SharedWorld world(3);
    const auto member = [&](std::size_t place, std::size_t of) {
        for (const auto& one : world[place].team->members()) {
            if (one.id == world[of].membership.me) return one;
        }
        return team::Member{};
    };
    CHECK(world[0].team->members().size() == 3);
    CHECK(member(0, 1).is_here);
    CHECK_FALSE(member(0, 1).has_open);
    world[1].team->opened(id, world.now_ms);
    world.run(3000);
    CHECK(member(0, 1).has_open == id);
    CHECK(member(2, 1).has_open == id);
    world[1].team->opened({}, world.now_ms);
    world[2].team->rename("Mira Holm");
    world.run(25000, 50);
    CHECK_FALSE(member(0, 1).has_open);
    CHECK(member(0, 2).name == "Mira Holm");
    world.wire.cut(1);
    world.run(60000, 50);
    CHECK_FALSE(member(0, 1).is_here);
    CHECK(member(0, 2).is_here);
    CHECK(member(0, 1).name == "Otto");
    // What is said again by somebody else is no presence.
    team::Heard old{"nonsense"};
    world[0].hear(old, world.now_ms);
    CHECK(world[0].problems() == 0);
}
