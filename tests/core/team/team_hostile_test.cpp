#include "core/team/sealed_value.hpp"
#include "core/team/team.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

const DealId id{"d00001"};

}

TEST_CASE("A value that is cut or changed anywhere is refused, with one sentence that names the deal", "[team]") {
    SharedWorld world(2);
    world.title(0, "Second state");
    const auto good = world.value_of(id);
    auto& place = world[1];
    const auto before = place.document;
    const auto kept = place.stored;
    const auto hear = [&](std::string bytes, std::uint64_t revision) {
        const auto problems = place.problems();
        place.hear(team::Value{world.key_of(id), std::move(bytes), revision, false}, world.now_ms);
        CHECK(place.problems() == problems + 1);
        const auto words = place.last_problem();
        CHECK(words.contains("\"Second state\""));
        CHECK(words.contains("refused"));
        CHECK(place.document == before);
        CHECK(place.team->state_of(id) == team::Sync::refused);
        CHECK(place.team->problem_of(id));
    };
    std::uint64_t revision = good.revision;
    for (std::size_t length = 0; length < good.bytes.size(); length += std::max<std::size_t>(1, good.bytes.size() / 200)) {
        hear(good.bytes.substr(0, length), ++revision);
    }
    for (std::size_t bit = 0; bit < good.bytes.size() * 8; bit += 97) {
        auto bytes = good.bytes;
        bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1u << bit % 8));
        hear(bytes, ++revision);
    }
    hear(good.bytes + '\0', ++revision);
    hear(std::string(good.bytes.size(), '\1'), ++revision);
    // Whole, it is taken, and all is well.
    place.hear(team::Value{world.key_of(id), good.bytes, ++revision, false}, world.now_ms);
    CHECK(place.team->problem_of(id) == nullptr);
    place.tick(world.now_ms + 10000);
    CHECK(place.team->state_of(id) == team::Sync::sent);
}

TEST_CASE("What a place has seen is put there again when just that was damaged", "[team]") {
    SharedWorld world(2);
    const auto good = world.value_of(id);
    world.value_of(id).bytes[100] ^= 1;
    world.reconnect(1);
    CHECK(world[1].problems() == 1);
    CHECK(world.value_of(id).bytes == good.bytes);
    world.title(1, "Still works");
    CHECK(world[0].deal(id).title == "Still works");
}

TEST_CASE("Forged values are refused: of another key, another deal, another team", "[team]") {
    SharedWorld world(2);
    auto& place = world[1];
    const auto text = shared_in(place);
    const auto json = [&](std::uint64_t number, DealId deal) {
        team::DealValue value;
        value.head = place.team->shared(id)->head;
        value.head.number = number;
        value.head.trail = {place.team->shared(id)->hash};
        value.deal = deal;
        value.text = text;
        return team::write_deal_value(value);
    };
    const auto revision = world.value_of(id).revision + 1;
    const team::Sealer ours(team_key(), team_server().id);
    const team::Sealer other_key(team_key(7), team_server().id);
    const team::Sealer other_team(team_key(), "ffffffffffffffffffffffffffffffff");
    const auto key = world.key_of(id);
    const auto refused = [&](std::string bytes) {
        const auto problems = place.problems();
        place.hear(team::Value{key, std::move(bytes), revision, false}, world.now_ms);
        CHECK(place.problems() == problems + 1);
        CHECK(place.last_problem().contains("\"Planning for Brightwater\""));
        CHECK(shared_in(place) == text);
    };
    refused(*other_key.sealed(key, json(2, id), {}));
    refused(*other_team.sealed(key, json(2, id), {}));
    refused(*ours.sealed("d.00112233445566778899aabbccddeeff", json(2, id), {})); // moved here
    refused(*ours.sealed(key, json(2, {"d00002"}), {}));
    refused(*ours.sealed(key, "no JSON", {}));
    refused(*ours.sealed(key, json(2, id) + "}", {}));
}

TEST_CASE("An older value is refused and said, and the newer one put there again, after a restart, too", "[team]") {
    SharedWorld world(2);
    const auto first = world.value_of(id).bytes;
    world.title(0, "Second state");
    const auto second = world.value_of(id).bytes;
    const bool restarts = GENERATE(false, true);
    world.bucket.set(world.key_of(id), first);
    if (restarts) {
        world[0].restart();
        world[1].restart();
        world.reconnect(0);
        world.reconnect(1);
    } else {
        const auto value = world.value_of(id);
        world[1].hear(team::Value{world.key_of(id), value.bytes, value.revision, false}, world.now_ms);
        world.run(3000);
    }
    CHECK(world.all_problems() >= 1);
    const auto words = world[0].problems() > 0 ? world[0].last_problem() : world[1].last_problem();
    CHECK(words.contains("older copy of \"Second state\""));
    CHECK(world[0].deal(id).title == "Second state");
    CHECK(world[1].deal(id).title == "Second state");
    CHECK(world.value_of(id).bytes == second);
    CHECK(world[1].team->state_of(id) == team::Sync::sent);
}

TEST_CASE("What arrives late or twice is no older value of the server", "[team]") {
    SharedWorld world(2);
    const auto first = world.value_of(id);
    world.title(0, "Second state");
    for (int i = 0; i < 2; ++i) {
        world[1].hear(team::Value{world.key_of(id), first.bytes, first.revision, false}, world.now_ms);
    }
    world.run(3000);
    CHECK(world.all_problems() == 0);
    CHECK(world[1].deal(id).title == "Second state");
    CHECK(world[1].team->state_of(id) == team::Sync::sent);
}

TEST_CASE("A bucket that was emptied, or has lost what was acknowledged, is said and filled again", "[team]") {
    SharedWorld world(2);
    const auto old = world.bucket.values;
    world.title(0, "Second state");
    const auto second = world.value_of(id).bytes;
    world.wire.cut(0);
    world.wire.cut(1);
    world.run(100);
    SECTION("all of it") { world.bucket.values.clear(); }
    SECTION("the last of it") { world.bucket.values = old; }
    SECTION("the deal") { world.bucket.values.erase(world.key_of(id)); }
    SECTION("by removing it") { world.bucket.values[world.key_of(id)] = {{}, ++world.bucket.last_revision, true}; }
    world.connect_all();
    world.run(5000);
    CHECK(world.value_of(id).bytes == second);
    CHECK(world[0].problems() + world[1].problems() == 1);
    CHECK((world[0].last_problem() + world[1].last_problem()).contains("had lost"));
    CHECK(world[0].deal(id).title == "Second state");
    CHECK(world[1].deal(id).title == "Second state");
    world.title(1, "Third state");
    CHECK(world[0].deal(id).title == "Third state");
}

TEST_CASE("A value that branches off is refused and said; whoever compares both heals it", "[team]") {
    SharedWorld world(3);
    const auto old = world.value_of(id);
    world.wire.cut(2);
    world.title(0, "One branch");
    world.wire.cut(0);
    world.wire.cut(1);
    world.run(100);
    world.value_of(id) = old;
    const bool is_longer = GENERATE(false, true);
    world.wire.connect(2);
    world.run(1000);
    world[2].edit(id, [](Deal& deal) { deal.title = "Other branch"; }, world.now_ms);
    world.run(3000);
    if (is_longer) {
        world[2].edit(id, [](Deal& deal) { deal.notes = "And a note"; }, world.now_ms);
        world.run(3000);
    }
    CHECK(world.all_problems() == 0);
    world[0].restart(); // what it has seen is kept
    world.wire.connect(0);
    world.run(5000);
    CHECK(world[0].deal(id).title == "One branch");
    CHECK(world[0].problems() == 1);
    CHECK(world[0].last_problem().contains("\"One branch\", by Mira, was refused"));
    CHECK(world[0].team->state_of(id) == team::Sync::refused);
    world[0].edit(id, [](Deal& deal) { deal.account = "Changed here"; }, world.now_ms);
    world.run(3000);
    CHECK(world[2].deal(id).account != "Changed here"); // it does not go over it

    REQUIRE(world[0].team->review(id, world[0].local(), world[0].today()));
    world[0].settle();
    REQUIRE(world[0].questions.size() == 1);
    Random random(4);
    world[0].answer(id, random, world.now_ms);
    world.run(3000);
    world.wire.connect(1);
    world.come_to_rest(random);
    CHECK((shared_in(world[0]) == shared_in(world[2])));
    CHECK((shared_in(world[0]) == shared_in(world[1])));
}

TEST_CASE("A full bucket is said once, and sent when there is room", "[team]") {
    SharedWorld world(2);
    world.bucket.most_bytes = 0;
    world.title(0, "Second state");
    CHECK(world[0].problems() == 1);
    CHECK(world[0].last_problem().contains("did not take \"Second state\": the bucket is full"));
    CHECK(world[0].team->state_of(id) == team::Sync::refused);
    CHECK(world[0].team->to_send() == 1);
    world.run(60000, 100);
    CHECK(world[0].problems() == 1);
    CHECK(world[1].deal(id).title == "Planning for Brightwater");
    const auto puts = world.bucket.puts;
    world.run(600000, 1000);
    CHECK(world.bucket.puts - puts < 12); // it is not hammered
    world.bucket.most_bytes = BucketDouble::unlimited;
    world.run(700000, 1000);
    CHECK(world[1].deal(id).title == "Second state");
    CHECK(world[0].team->state_of(id) == team::Sync::sent);
    CHECK(world[0].team->problem_of(id) == nullptr);
}

TEST_CASE("A deal that is too large for the server is said, and stays here", "[team]") {
    SharedWorld world(2);
    Random random(11);
    const auto puts = world.bucket.puts;
    world[0].edit(id, [&](Deal& deal) {
        for (int i = 0; i < 90; ++i) {
            std::string notes;
            while (notes.size() < 19000) notes += make_id_text(random);
            deal.alternatives.push_back({"Choice " + std::to_string(i), {}, notes, {}});
        }
    }, world.now_ms);
    world.run(10000);
    CHECK(world.bucket.puts == puts);
    CHECK(world[0].problems() == 1);
    CHECK(world[0].last_problem().contains("\"Planning for Brightwater\" cannot be sent to the team: It is too large"));
    CHECK(world[0].team->state_of(id) == team::Sync::refused);
    CHECK(world[0].deal(id).alternatives.size() >= 90);
    world[0].edit(id, [&](Deal& deal) { deal.alternatives.resize(1); }, world.now_ms);
    world.run(10000);
    CHECK((shared_in(world[0]) == shared_in(world[1])));
}

TEST_CASE("What was written by a newer program is left alone", "[team]") {
    SharedWorld world(2);
    auto text = shared_in(world[0]);
    const auto at = text.find("\"middleground\":2");
    REQUIRE(at != std::string::npos);
    text.replace(at, 16, "\"middleground\":3");
    team::DealValue value{world[0].team->shared(id)->head, {}, id, text};
    value.head.number = 2;
    value.head.trail = {world[0].team->shared(id)->hash};
    const team::Sealer sealer(team_key(), team_server().id);
    world.bucket.set(world.key_of(id), *sealer.sealed(world.key_of(id), team::write_deal_value(value), {}));
    const auto there = world.value_of(id).bytes;
    world.reconnect(0);
    world.title(0, "Changed here");
    CHECK(world[0].last_problem().contains("newer version"));
    CHECK(world.value_of(id).bytes == there);
    CHECK(world[0].deal(id).title == "Changed here");
}
