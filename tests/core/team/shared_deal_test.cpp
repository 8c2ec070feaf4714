#include "core/team/shared_deal.hpp"

#include "tests/support/example_deal.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

team::SharedDeal example_shared() {
    team::SharedDeal shared;
    shared.deal = {"d00001"};
    shared.key = "d." + std::string(32, '7');
    shared.revision = 12345678901234;
    shared.head = {2, {std::string(22, 'a')}, "0123456789ab", "Lena", "ba9876543210", test::today(), "0123456789ab", std::string(32, 'n')};
    shared.hash = std::string(22, 'h');
    shared.base = team::packed_deal(team::shared_text(example_deal()));
    shared.state = team::Sync::in_conflict;
    shared.farewell = team::Farewell::removed;
    shared.new_owner = "001122334455";
    shared.removed_here = true;
    MergeChange change;
    change.what = MergeChange::What::recorded;
    change.place = {MergeKind::stakeholder, "p00001", "stances"};
    change.name = "Elena Brandt";
    change.label = "Stance";
    change.words = "in favour";
    shared.changes = {{"Otto", test::today(), change}};
    return shared;
}

}

TEST_CASE("What is known of a shared deal is kept whole", "[team]") {
    const auto shared = example_shared();
    const auto text = team::write_shared_deal(shared);
    const auto read = team::read_shared_deal(text);
    REQUIRE(read);
    CHECK(team::write_shared_deal(*read) == text);
    CHECK(read->head == shared.head);
    CHECK(read->base == shared.base);
    CHECK(read->changes.size() == 1);
    CHECK(read->changes[0].change.place == shared.changes[0].change.place);
    for (const auto state : {team::Sync::local, team::Sync::sending, team::Sync::sent, team::Sync::behind, team::Sync::refused, team::Sync::gone}) {
        auto other = shared;
        other.state = state;
        CHECK(team::read_shared_deal(team::write_shared_deal(other))->state == state);
    }
    for (std::size_t length = 0; length < text.size(); length += std::max<std::size_t>(1, text.size() / 300)) {
        CHECK_FALSE(team::read_shared_deal(text.substr(0, length)));
    }
}

TEST_CASE("A stored text that cannot be read is said, and the deal comes from the team again", "[team]") {
    TeamWorld world(2);
    world.connect_all();
    world.run(500);
    world[0].document["d00001"] = example_deal();
    REQUIRE(world[0].team->share(example_deal(), world.now_ms));
    world.run(3000);
    auto& text = world[1].stored.at("team/d00001");
    SECTION("cut") { text.resize(text.size() / 2); }
    SECTION("of another deal") { text.replace(text.find("d00001"), 6, "d00002"); }
    SECTION("of a newer version") { text.replace(text.find("_deal\":1"), 8, "_deal\":9"); }
    SECTION("empty") { text.clear(); }
    world.wire.cut(1);
    world[1].told.clear();
    world[1].restart();
    CHECK(world[1].problems() == 1);
    CHECK(world[1].last_problem().contains("d00001 cannot be read"));
    CHECK(world[1].document.contains("d00001"));
    world.wire.connect(1);
    world.run(3000);
    CHECK(world[1].team->state_of({"d00001"}) == team::Sync::sent);
    CHECK(world[1].questions.empty());
}

TEST_CASE("A tick looks at what changed, not at all that is shared", "[team]") {
    TeamWorld world(1);
    world.connect_all();
    world.run(200);
    for (int i = 0; i < 200; ++i) {
        auto deal = example_deal();
        deal.id.text = "d00" + std::to_string(100 + i);
        world[0].document[deal.id.text] = deal;
        REQUIRE(world[0].team->share(deal, world.now_ms));
    }
    world.run(10000, 50);
    REQUIRE(world[0].team->to_send() == 0);
    int asked = 0;
    const auto counting = [&](const DealId& id) -> const Deal* {
        ++asked;
        return world[0].local()(id);
    };
    for (int i = 0; i < 100; ++i) world[0].team->tick(counting, world.now_ms + i, world[0].today());
    CHECK(asked == 0);
    world[0].team->changed({"d00100"}, world.now_ms + 100);
    world[0].team->tick(counting, world.now_ms + 2000, world[0].today());
    CHECK(asked == 1);
    world[0].restart(); // after a start each is looked at once, a few a tick
    asked = 0;
    world[0].team->tick(counting, world.now_ms, world[0].today());
    CHECK(asked <= 20);
    CHECK(world[0].team->wake_in_ms(world.now_ms) == 0);
}
