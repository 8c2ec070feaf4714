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

using K = CommitmentEventKind;

struct Said {
    std::string words;
    std::string brief;

    bool operator==(const Said&) const = default;
};

// What is said of the second commitment of the example after these events.
Said said(std::vector<CommitmentEvent> events, Date on = today()) {
    auto deal = example_deal();
    deal.commitments[1].events = std::move(events);
    for (const auto& item : plan_of(deal)) {
        if (item.id == consensus) return {plan_words(item, deal.commitments[1], on), plan_words_short(item, deal.commitments[1], on)};
    }
    return {};
}

CommitmentEvent event(K kind, int days_ago, std::optional<Date> not_before = {}, Asker by = Asker::us) {
    return {kind, today() - days_ago, {}, {}, {}, {}, by, not_before};
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

TEST_CASE("a way out of the plan is offered where the model allows it, a removal where nothing is lost", "[set_aside]") {
    auto commitment = *find(example_deal(), consensus);
    const auto with = [&](std::vector<K> kinds) {
        commitment.events.clear();
        for (const auto kind : kinds) {
            commitment.events.push_back({kind, today(), {}, {}, {}, {}});
        }
        return commitment;
    };
    struct Row {
        std::vector<K> events;
        bool ways_out;
        bool removable;
    };
    const std::vector<Row> rows{{{}, true, true},
                                {{K::asked}, true, false},
                                {{K::asked, K::agreed}, true, false},
                                {{K::asked, K::declined}, true, false},
                                {{K::asked, K::agreed, K::broken}, true, false},
                                {{K::asked, K::kept}, false, true},
                                {{K::dropped}, false, true},
                                {{K::asked, K::dropped}, false, false},
                                {{K::asked, K::not_needed}, false, false},
                                {{K::dropped, K::reopened}, true, true}};
    for (const auto& row : rows) {
        const auto of = with(row.events);
        INFO(row.events.size() << " events");
        CHECK(ways_out_of(of).size() == (row.ways_out ? 2u : 0u));
        CHECK(can_be_removed(of) == row.removable);
        for (const auto& way : ways_out_of(of)) {
            CHECK(is_legal_move(of, way.kind));
        }
    }
    commitment = with({});
    commitment.decides = true;
    CHECK(ways_out_of(commitment).empty());
    CHECK(event_of(commitment, K::dropped, today(), "No use").why == "No use");
    CHECK(event_of(commitment, K::not_needed, today(), "They have it").who.empty());
}

TEST_CASE("a state in words: who asked, and the day before which nothing happens", "[set_aside]") {
    CHECK(said({event(K::asked, 5)}) == Said{"Asked 25 Jun", "Asked 25 Jun"});
    CHECK(said({event(K::asked, 5, {}, Asker::them)}) == Said{"Asked by them on 25 Jun", "By them 25 Jun"});
    const auto october = Date::from_calendar(2026, 10, 1).value();
    const std::vector declined{event(K::asked, 5), event(K::declined, 4, october)};
    CHECK(said(declined) == Said{"Declined, not before 1 Oct", "From 1 Oct"});
    // Once that day has come it may be asked again.
    CHECK(said(declined, october) == Said{"Declined 26 Jun", "Declined 26 Jun"});
    CHECK(said({event(K::asked, 5), event(K::agreed, 4, october)}) == Said{"Agreed, not before 1 Oct", "From 1 Oct"});
    auto due = event(K::due, 4);
    due.due = october + 7;
    CHECK(said({event(K::asked, 5), event(K::agreed, 4, october), due}) == Said{"Agreed, due 8 Oct", "Due 8 Oct"});
    // That we ask again takes nothing back; that they ask does.
    CHECK(said({event(K::asked, 5), event(K::declined, 4, october), event(K::asked, 2)}).words == "Asked, not before 1 Oct");
    CHECK(said({event(K::asked, 5), event(K::declined, 4, october), event(K::asked, 2, {}, Asker::them)}).words == "Asked by them on 28 Jun");
    CHECK(said({event(K::dropped, 3)}) == Said{"Dropped 27 Jun", "Dropped 27 Jun"});
    CHECK(said({event(K::not_needed, 3)}) == Said{"Not needed", "Not needed"});
}

TEST_CASE("the reason of a state is that of its last event", "[set_aside]") {
    Commitment commitment;
    CHECK(reason_of(commitment).empty());
    commitment.events = {event(K::asked, 5), event(K::declined, 4), event(K::due, 3)};
    commitment.events[1].why = "No people";
    CHECK(reason_of(commitment) == "No people");
    commitment.events.push_back(event(K::asked, 2));
    CHECK(reason_of(commitment).empty());
    commitment.events.push_back(event(K::not_needed, 1));
    commitment.events.back().why = "They have it";
    CHECK(reason_of(commitment) == "They have it");
}

TEST_CASE("their ask in words, until it is answered", "[set_aside]") {
    auto deal = example_deal();
    auto& commitment = deal.commitments[1];
    commitment.events = {event(K::asked, 5)};
    CHECK(their_ask_words(deal, commitment, today()).empty());
    commitment.events = {event(K::asked, 5, {}, Asker::them)};
    CHECK(their_ask_words(deal, commitment, today()) == "They asked for it on 25 Jun");
    commitment.events[0].who = {elena};
    CHECK(their_ask_words(deal, commitment, today()) == "Elena Brandt asked for it on 25 Jun");
    CHECK(answer_words(commitment, elena) == "Asked for it");
    CHECK(answer_words(commitment, tom) == "Not asked yet");
    commitment.events.push_back(event(K::agreed, 1));
    CHECK(their_ask_words(deal, commitment, today()).empty());
    commitment.events.push_back(event(K::reopened, 1));
    commitment.events.push_back(event(K::asked, 0));
    commitment.events.back().who = {elena};
    CHECK(answer_words(commitment, elena) == "No answer yet");
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
