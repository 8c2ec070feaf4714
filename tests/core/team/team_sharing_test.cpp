#include "core/team/team.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

const DealId id{"d00001"};

}

TEST_CASE("A deal that is shared is with the colleagues, and so is each change of it", "[team]") {
    SharedWorld world(3);
    CHECK((shared_in(world[1]) == shared_in(world[0])));
    world[1].edit(id, [](Deal& deal) { deal.title = "Planning, second try"; }, world.now_ms);
    CHECK(world[1].team->to_send() == 1);
    world.run(2000);
    CHECK(world[0].deal(id).title == "Planning, second try");
    CHECK(world[2].deal(id).title == "Planning, second try");
    CHECK(world[1].team->to_send() == 0);
    REQUIRE(world[0].replaced.size() == 1);
    CHECK(world[0].replaced[0].by == "Otto");
    const auto seen = world[0].team->since_looked(id);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].by == "Otto");
    CHECK(seen[0].change.label == "Title");
    world[0].team->looked(id);
    CHECK(world[0].team->since_looked(id).empty());
    CHECK(world[0].problems() + world[1].problems() + world[2].problems() == 0);
}

TEST_CASE("An edit is with the colleagues at once; what is done in one go is one value", "[team]") {
    SharedWorld world(2);
    const auto puts = world.bucket.puts;
    for (int number = 1; number < 5; ++number) {
        world[0].edit(id, [&](Deal& deal) { deal.title = "Title " + std::to_string(number); }, world.now_ms);
        world.run(30);
    }
    world.run(180);
    CHECK(world[1].deal(id).title == "Title 4");
    CHECK(world.bucket.puts == puts + 1);
}

TEST_CASE("What is typed is sent when the field is left, after a second's pause, or after five seconds", "[team]") {
    SharedWorld world(2);
    const auto puts = world.bucket.puts;
    int number = 0;
    const auto type = [&](int letters) {
        for (int letter = 0; letter < letters; ++letter) {
            world[0].edit(id, [&](Deal& deal) { deal.title = "Title " + std::to_string(++number); }, world.now_ms, team::Typing::yes);
            world.run(200);
        }
    };
    type(10);
    CHECK(world.bucket.puts == puts);
    SECTION("left") {
        world[0].team->left_field();
        world.run(150);
        CHECK(world[1].deal(id).title == "Title 10");
    }
    SECTION("a pause") {
        world.run(700);
        CHECK(world.bucket.puts == puts);
        world.run(400);
        CHECK(world[1].deal(id).title == "Title 10");
    }
    SECTION("another edit") {
        world[0].edit(id, [](Deal& deal) { deal.account = "Brightwater"; }, world.now_ms);
        world.run(150);
        CHECK(world[1].deal(id).title == "Title 10");
        CHECK(world[1].deal(id).account == "Brightwater");
    }
    SECTION("typed on") {
        type(18);
        CHECK(world.bucket.puts == puts + 1);
        CHECK(world[1].deal(id).title != "Title 10");
        CHECK(world[1].deal(id).title != "Title 28");
    }
    world.run(2000);
    CHECK(world[1].deal(id).title == "Title " + std::to_string(number));
}

TEST_CASE("What is this place's own stays: diary, where it came from, whether it is an example", "[team]") {
    SharedWorld world(2);
    const auto puts = world.bucket.puts;
    world[1].edit(id, [](Deal& deal) {
        deal.diary.push_back({.on = test::today()});
        deal.based_on = "0123456789abcdef";
        deal.sample = true;
    }, world.now_ms);
    world.run(3000);
    CHECK(world[1].team->to_send() == 0);
    CHECK(world.bucket.puts == puts);
    world[0].edit(id, [](Deal& deal) { deal.account = "Brightwater"; }, world.now_ms);
    world.run(3000);
    CHECK(world[1].deal(id).account == "Brightwater");
    CHECK(world[1].deal(id).diary.size() == 1);
    CHECK(world[1].deal(id).based_on == "0123456789abcdef");
    CHECK(world[1].deal(id).sample);
    CHECK(world[0].deal(id).diary.empty());
}

TEST_CASE("Both change other things at the same moment: nobody is asked, and both have all", "[team]") {
    SharedWorld world(2);
    world[0].edit(id, [](Deal& deal) { deal.title = "New title"; }, world.now_ms);
    world[1].edit(id, [](Deal& deal) { deal.notes = "New notes"; }, world.now_ms);
    world.run(5000);
    for (auto& place : world.places) {
        CHECK(place.deal(id).title == "New title");
        CHECK(place.deal(id).notes == "New notes");
        CHECK(place.questions.empty());
        CHECK(place.team->state_of(id) == team::Sync::sent);
    }
    CHECK((shared_in(world[0]) == shared_in(world[1])));
}

TEST_CASE("Both change the same: one is asked, and the answer is with both", "[team]") {
    SharedWorld world(2);
    world[0].edit(id, [](Deal& deal) { deal.title = "Lena's title"; }, world.now_ms);
    world[1].edit(id, [](Deal& deal) { deal.title = "Otto's title"; }, world.now_ms);
    world.run(5000);
    auto& asked = world[0].questions.empty() ? world[1] : world[0];
    auto& other = world[0].questions.empty() ? world[0] : world[1];
    REQUIRE(asked.questions.size() == 1);
    CHECK(other.questions.empty());
    CHECK(asked.team->state_of(id) == team::Sync::in_conflict);
    const auto question = asked.questions.at(id.text);
    REQUIRE(question.base);
    CHECK(question.base->title == "Planning for Brightwater");
    CHECK(question.theirs.title == other.deal(id).title);
    CHECK(asked.deal(id).title != other.deal(id).title); // nothing was overwritten

    SECTION("with what was chosen") {
        auto merged = asked.deal(id);
        merged.title = "Both titles";
        asked.document[id.text] = merged;
        asked.team->resolve(id, question.number, merged, asked.local(), world.now_ms, asked.today());
        asked.settle();
        world.run(3000);
        CHECK(other.deal(id).title == "Both titles");
        CHECK(asked.team->state_of(id) == team::Sync::sent);
        CHECK(asked.team->to_send() == 0);
    }
    SECTION("also when a further change came while the question was open") {
        other.edit(id, [](Deal& deal) { deal.notes = "A further note"; }, world.now_ms);
        world.run(3000);
        REQUIRE(asked.questions.size() == 1);
        const auto later = asked.questions.at(id.text);
        CHECK(later.number == question.number + 1);
        auto merged = question.theirs; // the answer is still to the first
        merged.title = "Chosen";
        asked.document[id.text] = merged;
        asked.questions.clear();
        asked.team->resolve(id, question.number, merged, asked.local(), world.now_ms, asked.today());
        asked.settle();
        world.run(3000);
        CHECK(asked.questions.empty());
        for (auto& place : world.places) {
            CHECK(place.deal(id).title == "Chosen");
            CHECK(place.deal(id).notes == "A further note");
        }
    }
    SECTION("also after a restart in between") {
        asked.restart();
        world.wire.cut(&asked == &world[0] ? 0 : 1);
        world.wire.connect(&asked == &world[0] ? 0 : 1);
        world.run(3000);
        REQUIRE(asked.questions.size() == 1);
        Random random(3);
        CHECK(asked.answer(id, random, world.now_ms));
        world.run(3000);
        CHECK((shared_in(world[0]) == shared_in(world[1])));
    }
    SECTION("and a colleague's way out ends the question") {
        other.edit(id, [&](Deal& deal) { deal.title = asked.deal(id).title; }, world.now_ms);
        world.run(3000);
        CHECK(asked.questions.empty());
        CHECK(asked.team->state_of(id) == team::Sync::sent);
    }
}

TEST_CASE("A deal that both have already, without a common state, is asked about where it differs", "[team]") {
    TeamWorld world(2);
    world.connect_all();
    world.run(500);
    world[0].document[id.text] = example_deal();
    world[1].document[id.text] = example_deal();
    SECTION("and not where it is the same") {
        REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
        world.run(3000);
        CHECK(world[1].team->state_of(id) == team::Sync::sent);
        CHECK(world[1].replaced.empty());
        CHECK(world[1].questions.empty());
    }
    SECTION("by whom it comes to second") {
        world[1].document[id.text].title = "As it came by link";
        REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
        world.run(3000);
        REQUIRE(world[1].questions.size() == 1);
        CHECK(!world[1].questions.at(id.text).base);
        CHECK(world[1].deal(id).title == "As it came by link");
        Random random(5);
        world[1].answer(id, random, world.now_ms);
        world.run(3000);
        CHECK((shared_in(world[0]) == shared_in(world[1])));
    }
    SECTION("also when both share it at the same moment") {
        world[1].document[id.text].title = "As it came by link";
        REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
        REQUIRE(world[1].team->share(world[1].deal(id), world.now_ms));
        world.run(3000);
        CHECK(world[0].questions.size() + world[1].questions.size() == 1);
        Random random(5);
        world.come_to_rest(random);
        CHECK((shared_in(world[0]) == shared_in(world[1])));
    }
}

TEST_CASE("What is shared and changed offline is sent when the server is there", "[team]") {
    TeamWorld world(2);
    world[0].document[id.text] = example_deal();
    REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
    world.run(5000);
    CHECK(world[0].team->state_of(id) == team::Sync::sending);
    CHECK(world[0].team->to_send() == 1);
    world[0].restart();
    CHECK(world[0].team->to_send() == 1);
    world.connect_all();
    world.run(5000);
    REQUIRE(world[1].document.contains(id.text));
    CHECK((shared_in(world[0]) == shared_in(world[1])));
    CHECK(world[0].team->is_owner(id));
    CHECK_FALSE(world[1].team->is_owner(id));
}

TEST_CASE("Two places of one person are two places", "[team]") {
    SharedWorld world(2);
    world[1].membership = world[0].membership;
    world.wire.cut(1);
    world[1].restart();
    world.wire.connect(1);
    world.run(3000);
    world[1].edit(id, [](Deal& deal) { deal.title = "From the office"; }, world.now_ms);
    world[0].edit(id, [](Deal& deal) { deal.notes = "From the train"; }, world.now_ms);
    world.run(5000);
    CHECK((shared_in(world[0]) == shared_in(world[1])));
    CHECK(world[0].deal(id).title == "From the office");
    CHECK(world[1].deal(id).notes == "From the train");
    CHECK(world[1].team->is_owner(id));
}

TEST_CASE("Who deletes a copy of the own keeps the others', and does not get it back by itself", "[team]") {
    SharedWorld world(2);
    world[1].remove(id, world.now_ms);
    world.run(3000);
    world[0].edit(id, [](Deal& deal) { deal.title = "Later"; }, world.now_ms);
    world.run(3000);
    CHECK(world[0].team->state_of(id) == team::Sync::sent);
    CHECK_FALSE(world[1].document.contains(id.text));
    world[1].restart();
    world.wire.connect(1);
    world.run(3000);
    CHECK_FALSE(world[1].document.contains(id.text));
    SECTION("until it is brought back") {
        world[1].put(example_deal(), world.now_ms);
        world.run(3000);
        CHECK(world[1].team->state_of(id) != team::Sync::gone);
    }
}

TEST_CASE("Who has not the key of the team hears it in one sentence, and nothing is touched", "[team]") {
    TeamWorld world(2);
    world.places[1] = TeamPlace(membership_of("Eve", 9, team_key(2)), 99);
    world[1].document["d00009"] = example_deal();
    world[1].document["d00009"].id = {"d00009"};
    {
        world.connect_all();
        world.run(500);
        world[0].document[id.text] = example_deal();
        REQUIRE(world[0].team->share(world[0].deal(id), world.now_ms));
        world.run(3000);
    }
    const auto puts = world.bucket.puts;
    (void)world[1].team->share(world[1].document["d00009"], world.now_ms);
    world.wire.cut(1);
    world.wire.connect(1);
    world.run(5000);
    REQUIRE(world[1].team->problem());
    CHECK(world[1].team->problem()->message().contains("not that of the team \"Brightwater Sales\""));
    CHECK_FALSE(world[1].team->is_connected());
    CHECK(world[1].document.size() == 1);
    CHECK(world.bucket.puts == puts);
    CHECK(world[0].problems() == 0);
}
