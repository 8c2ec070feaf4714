#include "app/views/log_form.hpp"
#include "core/model/plan.hpp"
#include "core/model/playbook.hpp"
#include "core/model/validate.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Deal small_deal(Random& random) {
    Playbook playbook;
    playbook.id = "test";
    PlaybookStep time{.id = "time", .title = "Time"};
    PlaybookStep decide{.id = "decide", .title = "Decide"};
    decide.prerequisites = {"time"};
    decide.decides = true;
    playbook.steps = {time, decide};
    auto deal = start_deal(playbook, "Pilot", "Brightwater", today - 10, random);
    for (const auto* name : {"Elena Brandt", "Tom Hadley"}) {
        Stakeholder person;
        person.id = StakeholderId::make(random);
        person.created = today - 10;
        person.name = name;
        deal.stakeholders.push_back(person);
    }
    return deal;
}

Deal applied(Deal deal, const LogEdits& edits) {
    for (const auto& edit : edits.edits) {
        auto next = middleground::apply(std::move(deal), edit, today);
        REQUIRE(next.has_value());
        deal = std::move(*next);
    }
    return deal;
}

}

TEST_CASE("A logged meeting asks, takes the answer with its date, raises a concern and keeps the next step") {
    Random random(7);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.people = {deal.stakeholders[0].id};
    draft.summary = "  Showed the figures of two depots.  ";
    draft.asks = {deal.commitments[0].id};
    match_answers(draft);
    REQUIRE(draft.answers.size() == 1);
    draft.answers[0].kind = CommitmentEventKind::agreed;
    draft.answers[0].due = "19 Jun";
    draft.given = {{"A page with what each depot loses", {}}};
    draft.raised = {{"Payback takes too long", {}}};
    draft.next_what = "Send the figures";
    draft.next_on = "+3";

    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    CHECK(edits->what == "Logged a meeting with Elena Brandt");
    const auto after = applied(deal, *edits);
    REQUIRE(after.interactions.size() == 1);
    const auto& interaction = after.interactions[0];
    CHECK(interaction.on == today);
    CHECK(interaction.summary == "Showed the figures of two depots.");
    CHECK(interaction.value_given.at(0).to == deal.stakeholders[0].id);
    CHECK(interaction.next->on == today + 3);
    const auto& commitment = after.commitments[0];
    CHECK(state_of(commitment) == CommitmentState::agreed);
    CHECK(due_of(commitment) == today + 3);
    REQUIRE(after.concerns.size() == 1);
    CHECK(after.concerns[0].stakeholder == deal.stakeholders[0].id);
    CHECK(interaction.concerns == std::vector{after.concerns[0].id});
    CHECK(validate(after, today).empty());
}

TEST_CASE("A form that says too little or says it wrongly keeps the deal as it is and names the field") {
    Random random(8);
    const auto deal = small_deal(random);
    struct Case {
        const char* name;
        void (*fill)(LogDraft&, const Deal&);
        const char* where;
    };
    const Case cases[] = {
        {"nothing at all", [](LogDraft&, const Deal&) {}, ""},
        {"a date that is none",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.on = "31.2.";
         },
         "Date"},
        {"a next date that is none",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.next_on = "soon";
         },
         "Next date"},
        {"a concern of nobody",
         [](LogDraft& draft, const Deal&) {
             draft.summary = "Somebody called";
             draft.raised = {{"Too dear", {}}};
         },
         "Concern raised"},
    };
    for (const auto& test : cases) {
        INFO(test.name);
        LogDraft draft;
        test.fill(draft, deal);
        const auto edits = edits_of(draft, deal, today, random);
        REQUIRE_FALSE(edits.has_value());
        CHECK(edits.error().where == test.where);
        CHECK_FALSE(edits.error().what.empty());
    }
}

TEST_CASE("A declined ask keeps the reason, and changing the interaction later leaves the answers alone") {
    Random random(9);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.kind = InteractionKind::call;
    draft.people = {deal.stakeholders[1].id};
    draft.asks = {deal.commitments[0].id};
    match_answers(draft);
    draft.answers[0].kind = CommitmentEventKind::declined;
    draft.answers[0].why = "No time before the audit";
    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    auto after = applied(deal, *edits);
    CHECK(state_of(after.commitments[0]) == CommitmentState::declined);
    CHECK(after.commitments[0].events.back().why == "No time before the audit");

    auto again = draft_of(after.interactions[0]);
    again.summary = "They have an audit";
    const auto change = edits_of(again, after, today, random);
    REQUIRE(change.has_value());
    const auto changed = applied(after, *change);
    CHECK(changed.interactions.size() == 1);
    CHECK(changed.interactions[0].summary == "They have an audit");
    CHECK(changed.commitments[0].events == after.commitments[0].events);
}

TEST_CASE("Answers follow the asks: kept while the ask stays, gone with it") {
    LogDraft draft;
    draft.asks = {CommitmentId{"aaaaaa"}, CommitmentId{"bbbbbb"}};
    match_answers(draft);
    draft.answers[1].kind = CommitmentEventKind::kept;
    draft.asks = {CommitmentId{"bbbbbb"}};
    match_answers(draft);
    REQUIRE(draft.answers.size() == 1);
    CHECK(draft.answers[0].commitment.text == "bbbbbb");
    CHECK(draft.answers[0].kind == CommitmentEventKind::kept);
}
