#include "app/viewmodel/commitments_data.hpp"

#include "app/session/derived.hpp"
#include "core/model/plan/plan.hpp"
#include "tests/support/app/knowledge.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal set_aside(CommitmentEventKind kind) {
    auto deal = example_deal();
    deal.commitments[1].events = {{kind, today() - 2, {}, {}, "They did it themselves", {}}};
    return deal;
}

}

TEST_CASE("what is set aside is neither counted nor waited for", "[set_aside]") {
    const auto before = example_deal();
    CHECK(commitments_title(derive(before, nothing_known(), today())) == "1 of 4 kept, 1 ready to ask");
    CHECK(waits_for_words(before, *find(before, invest)) == "Build consensus");
    for (const auto kind : {CommitmentEventKind::dropped, CommitmentEventKind::not_needed}) {
        auto deal = set_aside(kind);
        CHECK(commitments_title(derive(deal, nothing_known(), today())) == "1 of 3 kept, 1 ready to ask");
        CHECK(waits_for_words(deal, *find(deal, invest)).empty());
        deal.commitments[0].events.clear();
        CHECK(waits_for_words(deal, *find(deal, invest)) == "Explore change");
    }
}

TEST_CASE("what waits for something that is set aside is still no prerequisite of it", "[set_aside]") {
    for (const auto& deal : {example_deal(), set_aside(CommitmentEventKind::dropped)}) {
        CHECK(possible_prerequisites(deal, consensus) == std::vector{0});
        CHECK(possible_prerequisites(deal, explore).empty());
        CHECK(possible_prerequisites(deal, start) == std::vector{0, 1, 2});
    }
}

TEST_CASE("what is set aside can be reopened, and that is all", "[set_aside]") {
    for (const auto state : {CommitmentState::dropped, CommitmentState::not_needed}) {
        const auto moves = moves_from(state);
        REQUIRE(moves.size() == 1);
        CHECK(moves[0].kind == CommitmentEventKind::reopened);
    }
}

TEST_CASE("events in words", "[set_aside]") {
    const auto deal = example_deal();
    const auto words = [&](CommitmentEvent event) { return event_words(deal, event, today()); };
    CHECK(words({CommitmentEventKind::asked, today(), {elena}, {}, {}, {}}) == "Asked Elena Brandt");
    CHECK(words({CommitmentEventKind::asked, today(), {elena}, {}, {}, {}, Asker::them}) == "Elena Brandt asked for it");
    CHECK(words({CommitmentEventKind::asked, today(), {}, {}, {}, {}, Asker::them}) == "They asked for it");
    CHECK(words({CommitmentEventKind::declined, today(), {tom}, {}, "No people", {}, {}, today() + 30}) ==
          "Tom Hadley declined, not before 30 Jul: No people");
    CHECK(words({CommitmentEventKind::agreed, today(), {}, {}, {}, {}, {}, today() + 30}) == "Agreed, not before 30 Jul");
    CHECK(words({CommitmentEventKind::dropped, today(), {}, {}, "No use", {}}) == "Dropped: No use");
    CHECK(words({CommitmentEventKind::not_needed, today(), {}, {}, {}, {}}) == "Not needed");
}
