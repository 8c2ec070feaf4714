#include "core/model/edit/backdate.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/interaction.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<std::string> words_of(const Deal& deal) {
    std::vector<std::string> words;
    for (const auto& one : coming_up(deal)) {
        words.push_back(one.what + (one.on ? " " + one.on->iso() : ""));
    }
    return words;
}

bool has_step(const Deal& deal, const InteractionId& id) {
    for (const auto& one : coming_up(deal)) {
        if (const auto* step = std::get_if<InteractionId>(&one.about); step && *step == id) return true;
    }
    return false;
}

}

TEST_CASE("A planned next step stays until it happened or was dropped, late or without a day") {
    auto deal = example_deal();
    auto& next = deal.interactions[0].next;
    const auto id = deal.interactions[0].id;
    next = NextStep{{}, today() - 3, "Call Judith", NextStepState::planned};
    CHECK(has_step(deal, id));
    CHECK(coming_up(deal).front().what == "Call Judith");
    CHECK(coming_up(deal).front().is_late(today()));
    next->on.reset();
    CHECK(has_step(deal, id));
    CHECK_FALSE(coming_up(deal).back().on);
    CHECK_FALSE(coming_up(deal).back().is_late(today()));
    next->state = NextStepState::happened;
    CHECK_FALSE(has_step(deal, id));
    next->state = NextStepState::dropped;
    CHECK_FALSE(has_step(deal, id));
    next = NextStep{deal.commitments[1].id, today(), "", NextStepState::planned};
    CHECK(next_step_words(deal, *next) == "Talk about " + deal.commitments[1].title);
}

TEST_CASE("What is to come is in the order of its days, and ends with the deal but for our promises") {
    auto deal = example_deal();
    for (auto& interaction : deal.interactions) {
        interaction.next.reset();
    }
    deal.targets = {{today() - 5, today() + 9, TargetReason::buyer_event, "peak season"}};
    deal.promises = {{PromiseId{"r00001"}, today() - 5, {}, "Payback sheet", today() + 3, {{PromiseEventKind::made, today() - 5, {}}}, {}},
                     {PromiseId{"r00002"}, today() - 5, {}, "A list", {}, {{PromiseEventKind::made, today() - 5, {}}}, {}},
                     {PromiseId{"r00003"},
                      today() - 5,
                      {},
                      "Done",
                      today(),
                      {{PromiseEventKind::made, today() - 5, {}}, {PromiseEventKind::kept, today(), {}}},
                      {}}};
    deal.commitments.resize(1);
    const auto words = words_of(deal);
    REQUIRE(words.size() == 3);
    CHECK(words[0] == "We promised: Payback sheet " + (today() + 3).iso());
    CHECK(words[1] == "Target date: peak season " + (today() + 9).iso());
    CHECK(words[2] == "We promised: A list");
    deal.outcome = Lost{today(), {}, {}};
    CHECK(words_of(deal) == std::vector<std::string>{words[0], words[2]});
    deal.interactions[0].next = NextStep{{}, today() + 1, "Kick-off", NextStepState::planned};
    CHECK(words_of(deal) == std::vector<std::string>{words[0], words[2]});
    deal.outcome = Won{today()};
    CHECK(words_of(deal).front() == "Kick-off " + (today() + 1).iso());
    CHECK(words_of(deal).size() == 3);
}

TEST_CASE("Whoever took part in a meeting, demo or workshop was heard; a message or call of ours that nobody answered is not") {
    const auto heard = [](InteractionKind kind, Direction direction, bool answered) {
        Interaction interaction;
        interaction.kind = kind;
        interaction.direction = direction;
        interaction.answered = answered;
        return was_two_way(interaction);
    };
    using enum InteractionKind;
    for (const auto kind : {meeting, demo, workshop}) {
        for (const auto direction : {Direction::outbound, Direction::inbound, Direction::mutual}) {
            CHECK(heard(kind, direction, false));
        }
    }
    for (const auto kind : {call, email, other}) {
        CHECK_FALSE(heard(kind, Direction::outbound, false));
        CHECK(heard(kind, Direction::outbound, true));
        CHECK(heard(kind, Direction::inbound, false));
        CHECK(heard(kind, Direction::mutual, false));
    }
    auto deal = example_deal();
    CHECK_FALSE(last_heard(deal, maria));
    deal.interactions[1].kind = demo;
    CHECK(last_heard(deal, maria) == deal.interactions[1].on);
}

TEST_CASE("Something older moves the day on which the deal was opened, and nothing else does") {
    const auto deal = example_deal();
    CHECK_FALSE(opens_earlier(deal, deal.opened));
    CHECK_FALSE(opens_earlier(deal, today() + 1));
    const auto edit = opens_earlier(deal, deal.opened - 30);
    REQUIRE(edit);
    const auto moved = apply(deal, *edit, today());
    REQUIRE(moved);
    CHECK(moved->opened == deal.opened - 30);
    CHECK(validate(*moved, today()).empty());
    auto only_opened = *moved;
    only_opened.opened = deal.opened;
    CHECK(only_opened == deal);
    CHECK(opens_earlier_words(today(), today()).starts_with("The deal will then start on "));
}

TEST_CASE("An entry knows its answers with reasons and the day that was agreed") {
    auto deal = example_deal();
    auto& interaction = deal.interactions[0];
    interaction.asks = {consensus, CommitmentId{"gone00"}, invest};
    deal.commitments[1].events = {{CommitmentEventKind::asked, today() - 25, {elena}, interaction.id, {}, {}},
                                  {CommitmentEventKind::agreed, today() - 25, {elena}, interaction.id, {}, {}},
                                  {CommitmentEventKind::due, today() - 25, {}, {}, {}, today() + 4}};
    deal.commitments[2].events = {{CommitmentEventKind::asked, today() - 25, {elena}, interaction.id, {}, {}}};
    deal.commitments[3].events = {{CommitmentEventKind::asked, today() - 25, {elena}, {}, {}, {}},
                                  {CommitmentEventKind::declined, today() - 25, {elena}, interaction.id, "too expensive", {}}};
    deal.commitments[0].events.clear();
    const auto answers = answers_in(deal, interaction);
    REQUIRE(answers.size() == 3);
    CHECK(answers[0] == EntryAnswer{consensus, CommitmentEventKind::agreed, {}, today() + 4});
    CHECK(answers[1] == EntryAnswer{invest, CommitmentEventKind::asked, {}, {}});
    CHECK(answers[2] == EntryAnswer{start, CommitmentEventKind::declined, "too expensive", {}});
}

TEST_CASE("Promises belong to the last entry of their day with their person") {
    auto deal = example_deal();
    auto first = deal.interactions[0];
    auto second = first;
    second.id = InteractionId{"m00009"};
    first.people = {elena, tom};
    second.people = {tom};
    deal.interactions = {first, second};
    const auto promise = [&](const char* id, const StakeholderId& to, Date on) {
        return OurPromise{PromiseId{id}, on, to, "Sheet", {}, {{PromiseEventKind::made, on, {}}}, {}};
    };
    deal.promises = {promise("r00001", elena, first.on), promise("r00002", tom, first.on), promise("r00003", {}, first.on),
                     promise("r00004", elena, first.on + 1)};
    CHECK(promises_in(deal, first) == std::vector{PromiseId{"r00001"}});
    CHECK(promises_in(deal, second) == std::vector{PromiseId{"r00002"}, PromiseId{"r00003"}});
    CHECK(entry_title(deal, second) == "Meeting with Tom Hadley");
    second.kind = InteractionKind::call;
    second.direction = Direction::inbound;
    CHECK(entry_title(deal, second) == "Call from Tom Hadley");
    second.people.clear();
    CHECK(entry_title(deal, second) == "Call");
}

TEST_CASE("The days of what is to come, for calendars") {
    auto deal = example_deal();
    std::vector<Date> days;
    for (const auto& one : coming_up(deal)) {
        if (one.on) days.push_back(*one.on);
    }
    REQUIRE(days.size() > 1);
    CHECK(days_coming_up(deal) == days);
    deal.outcome = Lost{today(), {}, {}};
    CHECK(days_coming_up(deal).size() < days.size());
}

TEST_CASE("What was promised to somebody who has left is owed no more; what was promised to the group is") {
    auto deal = example_deal();
    const auto& to = deal.stakeholders.front().id;
    deal.promises = {{PromiseId{"r00001"}, today() - 5, to, "Case study", today() - 3, {{PromiseEventKind::made, today() - 5, {}}}, {}},
                     {PromiseId{"r00002"}, today() - 5, {}, "Interfaces", today() - 3, {{PromiseEventKind::made, today() - 5, {}}}, {}}};
    const auto promised = [&] {
        std::vector<PromiseId> ids;
        for (const auto& one : coming_up(deal)) {
            if (const auto* id = std::get_if<PromiseId>(&one.about)) ids.push_back(*id);
        }
        return ids;
    };
    CHECK(promised().size() == 2);
    CHECK(present_count(deal) == static_cast<int>(deal.stakeholders.size()));
    deal.stakeholders.front().left = Departure{today() - 1, {}};
    CHECK(promised() == std::vector<PromiseId>{{"r00002"}});
    CHECK_FALSE(is_owed(deal, deal.promises[0]));
    CHECK(is_owed(deal, deal.promises[1]));
    CHECK(present_count(deal) == static_cast<int>(deal.stakeholders.size()) - 1);
}
