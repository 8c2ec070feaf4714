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

TEST_CASE("A program that ends before a colleague's change was saved brings it in again, and never takes it back", "[team]") {
    SharedWorld world(2);
    const auto before = world[1].document;
    world[0].edit(id, [](Deal& deal) { deal.title = "Lena's title"; }, world.now_ms);
    SECTION("untouched here") {
        world.run(3000);
        CHECK(world[1].deal(id).title == "Lena's title");
        world[1].document = before;
        world[1].restart();
        world[1].tick(world.now_ms);
        CHECK(world[1].deal(id).title == "Lena's title");
        CHECK(world[1].team->to_send() == 0);
    }
    SECTION("changed here, too, and sent since") {
        world[1].edit(id, [](Deal& deal) { deal.notes = "Otto's notes"; }, world.now_ms);
        const auto edited = world[1].document;
        world.run(5000);
        world[1].document = edited;
        world[1].restart();
        world[1].tick(world.now_ms);
        CHECK(world[1].deal(id).title == "Lena's title");
        CHECK(world[1].deal(id).notes == "Otto's notes");
    }
    SECTION("changed here, too, and not sent yet: it is asked") {
        world.wire.cut(1);
        world.run(3000);
        world[1].edit(id, [](Deal& deal) { deal.notes = "Otto's notes"; }, world.now_ms);
        const auto edited = world[1].document;
        world.wire.connect(1);
        for (int i = 0; i < 100 && world[1].deal(id).title != "Lena's title"; ++i) world.run(10);
        world[1].document = edited;
        world[1].restart();
        world[1].tick(world.now_ms);
        CHECK((world[1].questions.size() == 1 || world[1].deal(id).title == "Lena's title"));
    }
    world.wire.cut(1);
    world.run(100);
    Random random(9);
    world.come_to_rest(random);
    CHECK((shared_in(world[0]) == shared_in(world[1])));
}

TEST_CASE("Deals that were deleted while the program was not running come back from the team", "[team]") {
    SharedWorld world(2);
    world[1].document.clear();
    world[1].restart();
    world[1].tick(world.now_ms);
    CHECK(world[1].document.contains(id.text));
}

TEST_CASE("A new name is kept and told", "[team]") {
    SharedWorld world(2);
    world[1].team->rename("Otto Krug");
    world.run(30000, 50);
    REQUIRE(world[1].stored.contains("team"));
    CHECK(team::read_membership(world[1].stored.at("team"))->name == "Otto Krug");
    CHECK(world[0].team->name_of(world[1].membership.me) == "Otto Krug");
}

TEST_CASE("A connection that is cut between a put and its answer asks nobody about what they wrote themselves", "[team]") {
    SharedWorld world(2);
    const bool is_stored = GENERATE(true, false);
    const bool restarts = GENERATE(false, true);
    const bool colleague_too = GENERATE(false, true);
    auto& place = world[0];
    place.edit(id, [](Deal& deal) { deal.title = "Half a ti"; }, world.now_ms);
    const auto puts = world.bucket.puts;
    if (is_stored) {
        for (int i = 0; i < 2000 && world.bucket.puts == puts; ++i) world.run(1, 1);
        REQUIRE(world.bucket.puts == puts + 1);
        world.wire.cut(0);
    } else {
        world.wire.faults.dropped = 100;
        world.run(3000);
        world.wire.cut(0);
        world.wire.faults.dropped = 0;
        CHECK(world.bucket.puts == puts);
    }
    world.run(100);
    CHECK(place.team->to_send() == 1);
    place.edit(id, [](Deal& deal) { deal.title = "Half a title, and the rest"; }, world.now_ms);
    if (restarts) place.restart();
    if (colleague_too && is_stored) {
        world.run(2000);
        REQUIRE(world[1].deal(id).title == "Half a ti");
        if (!restarts) { // after a restart it is not known any more that "Half a ti" was this place's own, with another value on top of it
            world[1].edit(id, [](Deal& deal) { deal.notes = "A colleague's"; }, world.now_ms);
        }
        world.run(3000);
    }
    world.wire.connect(0);
    world.run(5000);
    CHECK(place.questions.empty());
    CHECK(world[1].questions.empty());
    CHECK(world[0].deal(id).title == "Half a title, and the rest");
    CHECK(world[1].deal(id).title == "Half a title, and the rest");
    CHECK((shared_in(world[0]) == shared_in(world[1])));
    CHECK(world[0].problems() + world[1].problems() == 0);
}
