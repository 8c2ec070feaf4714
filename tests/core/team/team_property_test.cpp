#include "core/model/edit/edit.hpp"
#include "core/team/sealed_value.hpp"
#include "core/team/team.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_things.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// What anybody wrote into a log, by what it is told from everything else.
struct Written {
    std::map<std::string, std::string> interactions; // id -> deal
    std::map<std::string, std::pair<std::string, std::string>> stances; // words -> deal, person
};

// One edit as people make them: most add to the log, some change what a colleague may be changing.
void edit_once(TeamPlace& place, const DealId& id, Random& random, Written& written, std::int64_t now_ms) {
    const auto& deal = place.deal(id);
    const auto number = std::to_string(random.next() % 100000000);
    Result<Deal> next = fail("nothing");
    switch (random.below(7)) {
    case 0: {
        edit::SetDeal set;
        set.title = "Title " + number;
        next = apply(deal, set, place.today());
        break;
    }
    case 1: {
        edit::SetDeal set;
        set.notes = "Notes " + number;
        next = apply(deal, set, place.today());
        break;
    }
    case 2:
    case 3: {
        edit::PutInteraction put;
        put.interaction = random_interaction(random, deal);
        put.interaction.id = InteractionId::make(random);
        put.interaction.on = put.interaction.created = place.today();
        put.interaction.summary = "Said " + number;
        put.interaction.asks.clear();
        put.interaction.next.reset();
        next = apply(deal, put, place.today());
        if (next) written.interactions[put.interaction.id.text] = id.text;
        break;
    }
    case 4: {
        const auto person = element_of(random, ids_of(deal.stakeholders));
        next = apply(deal, edit::SetStance{person, {place.today(), any_of<Stance>(random), "Because " + number}}, place.today());
        if (next) written.stances["Because " + number] = {id.text, person.text};
        break;
    }
    case 5: {
        auto person = random_person(random, deal.opened);
        person.stances.clear();
        next = apply(deal, edit::PutStakeholder{person}, place.today());
        break;
    }
    default: {
        auto edit = random_commitment(random, deal, {});
        edit.events.clear();
        next = apply(deal, edit::PutCommitment{edit}, place.today());
    }
    }
    if (next) place.put(*next, now_ms);
}

void check_everything_is_in(const TeamWorld& world, const Written& written) {
    std::set<std::string> asked;
    for (const auto& place : world.places) asked.insert(place.asked.begin(), place.asked.end());
    const auto& document = world.places[0].document;
    for (const auto& [id, deal_id] : written.interactions) {
        INFO("interaction " << id);
        CHECK(find(document.at(deal_id), InteractionId{id}) != nullptr);
    }
    for (const auto& [words, where] : written.stances) {
        const auto& [deal_id, person_id] = where;
        if (asked.contains("stakeholder " + person_id + " stances")) continue; // somebody chose
        INFO(words);
        const auto* person = find(document.at(deal_id), StakeholderId{person_id});
        REQUIRE(person);
        CHECK(std::ranges::any_of(person->stances, [&](const StanceEvent& event) { return event.why == words; }));
    }
}

void check_same_everywhere(const TeamWorld& world) {
    for (const auto& place : world.places) {
        CHECK(place.team->to_send() == 0);
        CHECK(place.questions.empty());
        REQUIRE(place.document.size() == world.places[0].document.size());
        for (const auto& [id, deal] : place.document) {
            CHECK(place.team->state_of(DealId{id}) == team::Sync::sent);
            const bool is_same = team::shared_text(deal) == team::shared_text(world.places[0].document.at(id));
            CHECK(is_same);
        }
    }
}

// Any edit at all, removals with it: then nothing is said of the log but that all have the same.
void edit_anything(TeamPlace& place, const DealId& id, Random& random, std::int64_t now_ms) {
    const auto& deal = place.deal(id);
    const auto edit = random_edit(random, deal);
    if (auto next = apply(deal, edit, place.today())) place.put(*next, now_ms);
}

enum class Edits : std::uint8_t { that_add, of_any_kind };

void try_interleaving(std::uint64_t seed, Edits edits) {
    INFO("seed " << seed);
    Random random(seed);
    TeamWorld world(3, seed);
    world.wire.faults = {between(random, 0, 8), between(random, 0, 10), between(random, 0, 40), between(random, 1, 3000), between(random, 1, 200)};
    for (auto& place : world.places) {
        place.days_ahead = 0;
    }
    world.connect_all();
    auto deal = example_deal();
    const auto other_id = DealId{"d00002"};
    world[0].document[deal.id.text] = deal;
    REQUIRE(world[0].team->share(deal, world.now_ms));
    deal.id = other_id;
    world[1].document[deal.id.text] = deal;
    REQUIRE(world[1].team->share(deal, world.now_ms));
    for (auto& place : world.places) place.settle();
    Written written;
    for (int step = between(random, 20, 60); step > 0; --step) {
        const auto index = random.below(3);
        auto& place = world[index];
        const auto what = random.below(20);
        if (what == 0) {
            world.wire.cut(index);
        } else if (what <= 2 && !world.wire.is_connected(index)) {
            world.wire.connect(index);
        } else if (what == 3) {
            // The program ends, at any moment; what is not in storage by then was never there.
            world.wire.cut(index);
            place.restart();
        } else if (what <= 5) {
            const auto open = place.questions;
            for (const auto& [id, ask] : open) {
                place.answer(DealId{id}, random, world.now_ms);
            }
        } else {
            const auto id = DealId{random.below(3) == 0 ? other_id.text : "d00001"};
            if (place.document.contains(id.text) && !place.questions.contains(id.text)) {
                if (edits == Edits::that_add) {
                    edit_once(place, id, random, written, world.now_ms);
                } else {
                    edit_anything(place, id, random, world.now_ms);
                }
            }
        }
        world.run(between(random, 0, 3) * 400, 20);
    }
    world.come_to_rest(random);
    REQUIRE(world.places[0].document.size() == 2);
    check_same_everywhere(world);
    check_everything_is_in(world, written);
    for (const auto& place : world.places) {
        CHECK(place.last_problem() == "");
    }
}

}

TEST_CASE("However three places and a lossy network interleave, all come to have the same, with every entry of the log", "[team]") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        try_interleaving(seed, Edits::that_add);
    }
}

TEST_CASE("The same with edits of any kind: what is removed, moved and changed is the same everywhere", "[team]") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        try_interleaving(seed, Edits::of_any_kind);
    }
}

TEST_CASE("Away for a week with 50 edits, while the others made 50, too", "[team]") {
    Random random(77);
    TeamWorld world(3, 77);
    world.connect_all();
    world[0].document["d00001"] = example_deal();
    REQUIRE(world[0].team->share(example_deal(), world.now_ms));
    world.run(3000);
    world.wire.cut(2);
    const DealId id{"d00001"};
    Written written;
    for (int i = 0; i < 50; ++i) {
        edit_once(world[2], id, random, written, world.now_ms);
        edit_once(world[random.below(2)], id, random, written, world.now_ms);
        world.run(1500, 50);
        if (i % 7 == 6) {
            for (auto& place : world.places) ++place.days_ahead;
        }
        for (std::size_t index = 0; index < 2; ++index) {
            world[index].answer(id, random, world.now_ms);
        }
    }
    world[2].restart();
    world.come_to_rest(random);
    check_same_everywhere(world);
    check_everything_is_in(world, written);
}

TEST_CASE("Clocks that are hours or days apart change nothing of the order", "[team]") {
    Random random(78);
    TeamWorld world(3, 78);
    world[1].days_ahead = 1; // hours apart, around midnight
    world[2].days_ahead = 5; // its entries will lie in the others' future
    world.connect_all();
    const DealId id{"d00001"};
    world[0].document[id.text] = example_deal();
    REQUIRE(world[0].team->share(example_deal(), world.now_ms));
    world.run(3000);
    Written written;
    for (int i = 0; i < 12; ++i) {
        edit_once(world[static_cast<std::size_t>(i % 2)], id, random, written, world.now_ms);
        world.run(2500, 50);
    }
    world.come_to_rest(random);
    check_same_everywhere(world);

    edit::PutInteraction put{{.id = InteractionId{"mzzzz1"}, .created = world[2].today(), .on = world[2].today(), .summary = "From the future"}, {}};
    world[2].put(*apply(world[2].deal(id), put, world[2].today()), world.now_ms);
    written.interactions["mzzzz1"] = id.text;
    world.run(3000);
    CHECK(world[0].team->state_of(id) == team::Sync::behind);
    CHECK(world[0].last_problem().contains("Set the clock of this computer or of theirs right"));
    edit_once(world[0], id, random, written, world.now_ms); // one goes on working
    world.run(3000);
    for (auto& place : world.places) place.days_ahead += 8;
    world.come_to_rest(random);
    check_same_everywhere(world);
    check_everything_is_in(world, written);
}

TEST_CASE("The bucket says nothing of 1,000 deals: no word, no id, and sizes only in steps", "[team]") {
    Random random(79);
    TeamWorld world(1, 79);
    world.connect_all();
    world.run(200);
    std::set<std::string> markers;
    const auto mark = [&](std::string& text, const char* what) {
        text = std::string(what) + "marker" + std::to_string(random.next());
        markers.insert(text);
    };
    for (int i = 0; i < 1000; ++i) {
        Random own(static_cast<std::uint64_t>(i));
        auto deal = i % 10 == 0 ? random_deal(own) : example_deal();
        deal.id = DealId::make(random);
        deal.sample = false;
        mark(deal.title, "Title");
        mark(deal.account, "Account");
        mark(deal.notes, "Notes");
        for (auto& person : deal.stakeholders) mark(person.name, "Name");
        for (auto& interaction : deal.interactions) mark(interaction.summary, "Summary");
        markers.insert(deal.id.text);
        world[0].document[deal.id.text] = deal;
        REQUIRE(world[0].team->share(deal, world.now_ms));
    }
    world.run(40000, 20);
    REQUIRE(world.bucket.values.size() == 1002);
    std::string everything;
    for (const auto& [key, value] : world.bucket.values) {
        everything += key + '\n' + value.bytes + '\n';
        CHECK(value.bytes.size() == team::step_above(value.bytes.size()));
    }
    int found = 0;
    for (const auto& marker : markers) {
        // Six letters stand in 4 MB of chance now and then, in keys never.
        if (marker.size() > id_length && everything.contains(marker)) ++found;
    }
    for (const auto& [key, value] : world.bucket.values) {
        for (const auto& [id, deal] : world[0].document) {
            if (key.contains(id)) ++found;
        }
        if (key.size() > 34) ++found;
    }
    CHECK(found == 0);
    CHECK_FALSE(everything.contains("middleground"));
    CHECK_FALSE(everything.contains("Lena"));
}
