#include "app/ui/log_form/log_form.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/playbook.hpp"
#include "core/model/validate/validate.hpp"

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
    CHECK(interaction.id == edits->interaction);
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
         "When"},
        {"a day in the future",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.on = "2026-06-17";
         },
         "When"},
        {"a day with two readings",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.on = "3/4";
         },
         "When"},
        {"a day before the deal was opened, which is to stay",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.on = "2026-06-01";
             draft.moves_opened = false;
         },
         "When"},
        {"a concern of one of two",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id, d.stakeholders[1].id};
             draft.raised = {{"Too dear", {}}};
         },
         "Concern raised"},
        {"a promise that is only a day",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.promises = {{"", "fri", {}}};
         },
         "We promise"},
        {"a promise due before it was made",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.promises = {{"Payback sheet", "2026-06-01", {}}};
         },
         "Promised by"},
        {"an answer with a day that is none",
         [](LogDraft& draft, const Deal& d) {
             draft.people = {d.stakeholders[0].id};
             draft.asks = {d.commitments[0].id};
             draft.answers = {{d.commitments[0].id, CommitmentEventKind::agreed, "soon", {}}};
         },
         "Agreed by"},
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

    auto again = draft_of(after.interactions[0], after);
    REQUIRE(again.answers.size() == 1);
    CHECK(again.answers[0].kind == CommitmentEventKind::declined);
    CHECK(again.answers[0].why == "No time before the audit");
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

TEST_CASE("A backdated entry moves the day the deal was opened, adds who is new, and everything else with it") {
    Random random(10);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.kind = InteractionKind::call;
    draft.on = "2026-05-20";
    draft.new_people = {"Marcus Olsen"};
    draft.raised = {{"Budget frozen", {}}};
    draft.promises = {{"Payback sheet", "2026-05-25", {}}, {"", "", {}}};
    draft.given = {{"A list", {}}};
    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    CHECK(edits->what == "Logged a call with Marcus Olsen");
    const auto after = applied(deal, *edits);
    const auto on = Date::from_calendar(2026, 5, 20).value();
    CHECK(after.opened == on);
    REQUIRE(after.stakeholders.size() == 3);
    const auto& marcus = after.stakeholders[2];
    CHECK(marcus.name == "Marcus Olsen");
    CHECK(marcus.created == on);
    CHECK(after.interactions.at(0).people == std::vector{marcus.id});
    CHECK(after.interactions[0].value_given.at(0).to == marcus.id);
    CHECK(after.concerns.at(0).stakeholder == marcus.id);
    CHECK(after.concerns[0].events.at(0).on == on);
    REQUIRE(after.promises.size() == 1);
    CHECK(after.promises[0].to == marcus.id);
    CHECK(after.promises[0].due == on + 5);
    CHECK(after.promises[0].events.at(0).on == on);
    CHECK(validate(after, today).empty());
    CHECK(deal.stakeholders.size() == 2);
}

TEST_CASE("With several people there each concern and promise has its own, new people too") {
    Random random(11);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.people = {deal.stakeholders[0].id};
    draft.new_people = {"Marcus Olsen"};
    draft.raised = {{"Too dear", deal.stakeholders[0].id}, {"Too slow", id_of_new("Marcus Olsen")}};
    draft.promises = {{"Payback sheet", "fri", id_of_new("Marcus Olsen")}, {"A list", "", {}}};
    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    CHECK(edits->what == "Logged a meeting with Elena Brandt and 1 other");
    const auto after = applied(deal, *edits);
    const auto& marcus = after.stakeholders.at(2);
    CHECK(after.concerns.at(0).stakeholder == deal.stakeholders[0].id);
    CHECK(after.concerns.at(1).stakeholder == marcus.id);
    CHECK(after.promises.at(0).to == marcus.id);
    CHECK(after.promises.at(0).due == today + 3);
    CHECK(after.promises.at(1).to.empty());
    CHECK_FALSE(after.promises.at(1).due);
}

TEST_CASE("An entry answers known concerns and ends the planned step that it was") {
    Random random(12);
    auto deal = small_deal(random);
    LogDraft first;
    first.people = {deal.stakeholders[0].id};
    first.on = "-5";
    first.raised = {{"Too dear", {}}};
    first.next_what = "Call Elena";
    deal = applied(deal, edits_of(first, deal, today, random).value());
    const auto planned = deal.interactions.at(0).id;

    LogDraft second;
    CHECK(closable_steps(second, deal, today).empty());
    second.people = {deal.stakeholders[0].id};
    CHECK(closable_steps(second, deal, today) == std::vector{planned});
    second.on = "-6";
    CHECK(closable_steps(second, deal, today).empty());
    second.on.clear();
    second.closes = {planned};
    second.concern_answers = {{deal.concerns.at(0).id, ConcernEventKind::resolved}};
    const auto after = applied(deal, edits_of(second, deal, today, random).value());
    CHECK(after.interactions.at(0).next->state == NextStepState::happened);
    CHECK(state_of(after.concerns.at(0)) == ConcernState::resolved);
    CHECK(after.interactions.at(1).concerns == std::vector{deal.concerns[0].id});
    CHECK(closable_steps(second, after, today).empty());
    const auto step = draft_of_step(deal.interactions[0], deal);
    CHECK(step.closes == std::vector{planned});
    CHECK(step.people == deal.interactions[0].people);
}

TEST_CASE("Changing an entry keeps what it gave for, can add an ask with its answer, and says what became of the next step") {
    Random random(13);
    auto deal = small_deal(random);
    LogDraft first;
    first.people = {deal.stakeholders[0].id, deal.stakeholders[1].id};
    first.given = {{"A list", deal.stakeholders[1].id, "Less waste"}};
    first.next_what = "Call Elena";
    deal = applied(deal, edits_of(first, deal, today, random).value());

    auto draft = draft_of(deal.interactions.at(0), deal);
    CHECK_FALSE(says_anything(draft, deal));
    draft.asks = {deal.commitments[0].id};
    match_answers(draft);
    draft.answers[0].kind = CommitmentEventKind::agreed;
    draft.answers[0].due = "+7";
    draft.next_state = NextStepState::dropped;
    CHECK(says_anything(draft, deal));
    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    CHECK(edits->what == "Changed a meeting with Elena Brandt and 1 other");
    const auto after = applied(deal, *edits);
    REQUIRE(after.interactions.size() == 1);
    CHECK(after.interactions[0].value_given.at(0) == Value{deal.stakeholders[1].id, "A list", "Less waste"});
    CHECK(after.interactions[0].next->state == NextStepState::dropped);
    CHECK(state_of(after.commitments[0]) == CommitmentState::agreed);
    CHECK(due_of(after.commitments[0]) == today + 7);
    CHECK(after.commitments[0].events.at(1).interaction == after.interactions[0].id);
    // Once recorded it stays, whatever else is changed.
    const auto again = edits_of(draft_of(after.interactions[0], after), after, today, random);
    REQUIRE(again.has_value());
    CHECK(applied(after, *again) == after);
}

TEST_CASE("An empty draft, or one as it was opened, is nothing to keep; what is gone from the deal leaves it") {
    Random random(14);
    const auto deal = small_deal(random);
    LogDraft draft;
    CHECK_FALSE(says_anything(draft, deal));
    draft.raised = {{"  ", {}}};
    draft.given.resize(2);
    draft.promises.resize(1);
    draft.open = true;
    CHECK_FALSE(says_anything(draft, deal));
    draft.people = {deal.stakeholders[0].id};
    CHECK(says_anything(draft, deal));
    draft.start = std::make_shared<const LogDraft>(draft);
    CHECK_FALSE(says_anything(draft, deal));
    draft.summary = "Budget frozen";
    CHECK(says_anything(draft, deal));

    draft.people.push_back({"gone01"});
    draft.asks = {deal.commitments[0].id, {"gone02"}};
    draft.answers = {{{"gone02"}, CommitmentEventKind::kept, {}, {}}};
    draft.closes = {{"gone03"}};
    draft.concern_answers = {{{"gone04"}, ConcernEventKind::resolved}};
    draft.next_commitment = {"gone05"};
    draft.editing = InteractionId{"gone06"};
    draft.new_people = {"Marcus"};
    draft.raised = {{"Too dear", {"gone07"}}, {"Too slow", id_of_new("Marcus")}};
    const auto kept = without_what_is_gone(draft, deal);
    CHECK(kept.people == std::vector{deal.stakeholders[0].id});
    CHECK(kept.asks == std::vector{deal.commitments[0].id});
    REQUIRE(kept.answers.size() == 1);
    CHECK(kept.answers[0].kind == CommitmentEventKind::asked);
    CHECK(kept.closes.empty());
    CHECK(kept.concern_answers.empty());
    CHECK(kept.next_commitment.empty());
    CHECK_FALSE(kept.editing);
    CHECK(kept.raised[0].of.empty());
    CHECK(kept.raised[1].of == id_of_new("Marcus"));
    CHECK(kept.summary == "Budget frozen");
    CHECK(kept.left_out == "The entry is no longer in this deal: this is a new one. Somebody who is no longer in this deal was left out. "
                           "A commitment that is no longer in this deal was left out. A concern that is no longer in this deal was left out.");
    CHECK(without_what_is_gone(kept, deal) == kept); // told once
    CHECK(says_the_same(kept, without_what_is_gone(kept, deal)));
    draft.raised.clear();
    const auto edits = edits_of(draft, deal, today, random);
    REQUIRE(edits.has_value());
    CHECK(applied(deal, *edits).interactions.back().people.size() == 2); // with the new one
}

TEST_CASE("In what they began they asked; in a meeting that is said of each ask") {
    Random random(7);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.people = {deal.stakeholders[1].id};
    draft.asks = {deal.commitments[0].id, deal.commitments[1].id};
    match_answers(draft);
    const auto asked = [&](int commitment) {
        const auto edits = edits_of(draft, deal, today, random);
        REQUIRE(edits.has_value());
        return applied(deal, *edits).commitments[static_cast<std::size_t>(commitment)].events.back();
    };
    CHECK(asked(0).by == Asker::us);
    draft.answers[1].by_them = true;
    CHECK(asked(0).by == Asker::us);
    CHECK(asked(1).by == Asker::them);
    CHECK(asked(1).who == std::vector{deal.stakeholders[1].id});
    draft.direction = Direction::inbound;
    CHECK(asked(0).by == Asker::them);
    // An entry that is opened again knows it, and an ask that is added to it, too.
    draft.direction = Direction::mutual;
    const auto first = applied(deal, edits_of(draft, deal, today, random).value());
    auto again = draft_of(first.interactions.at(0), first);
    CHECK_FALSE(again.answers.at(0).by_them);
    CHECK(again.answers.at(1).by_them);
    draft.asks.pop_back();
    match_answers(draft);
    const auto less = applied(deal, edits_of(draft, deal, today, random).value());
    auto more = draft_of(less.interactions.at(0), less);
    more.asks.push_back(deal.commitments[1].id);
    match_answers(more);
    more.answers.at(1).by_them = true;
    const auto after = applied(less, edits_of(more, less, today, random).value());
    CHECK(after.commitments[1].events.back().by == Asker::them);
    CHECK(validate(after, today).empty());
}

TEST_CASE("An answer carries the day before which nothing happens") {
    Random random(7);
    const auto deal = small_deal(random);
    for (const auto kind : {CommitmentEventKind::declined, CommitmentEventKind::agreed}) {
        LogDraft draft;
        draft.people = {deal.stakeholders[0].id};
        draft.asks = {deal.commitments[0].id};
        match_answers(draft);
        draft.answers[0].kind = kind;
        draft.answers[0].not_before = "Q4";
        const auto edits = edits_of(draft, deal, today, random);
        REQUIRE(edits.has_value());
        const auto after = applied(deal, *edits);
        CHECK(not_before(after.commitments[0]) == Date::from_calendar(2026, 10, 1).value());
        CHECK(draft_of(after.interactions[0], after).answers.at(0).not_before == "2026-10-01");
        draft.answers[0].not_before = "sometime";
        const auto refused = edits_of(draft, deal, today, random);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().where == "Not before");
    }
}

TEST_CASE("What is raised is a question when its words ask, or when that was chosen") {
    Random random(7);
    const auto deal = small_deal(random);
    LogDraft draft;
    draft.people = {deal.stakeholders[0].id};
    draft.raised = {{"Who hosts it?", {}},
                    {"Too dear", {}},
                    {"Hosting", {}, ConcernKind::question, true},
                    {"Will it pay back?", {}, ConcernKind::concern, true}};
    const auto after = applied(deal, edits_of(draft, deal, today, random).value());
    std::vector<ConcernKind> kinds;
    for (const auto& concern : after.concerns) {
        kinds.push_back(concern.kind);
    }
    using enum ConcernKind;
    CHECK(kinds == std::vector{question, concern, question, concern});
    draft.people.clear();
    draft.summary = "Nobody in particular";
    CHECK(edits_of(draft, deal, today, random).error().what == "A question needs a person");
}

TEST_CASE("What was promised and is given keeps the promise on that day, once") {
    Random random(9);
    auto deal = small_deal(random);
    const auto elena = deal.stakeholders[0].id;
    const PromiseId promise{"r00001"};
    deal.promises.push_back({promise, today - 8, elena, "Case study", {}, {{PromiseEventKind::made, today - 8, {}}}, {}});
    LogDraft draft;
    draft.people = {elena};
    draft.on = "yesterday";
    draft.given = {{"Case study", elena, {}, promise}, {"Case study", elena, {}, promise}};
    const auto after = applied(deal, edits_of(draft, deal, today, random).value());
    REQUIRE(after.promises[0].events.size() == 2);
    CHECK(after.promises[0].events[1] == PromiseEvent{PromiseEventKind::kept, today - 1, {}});
    CHECK(after.interactions[0].value_given.size() == 2);
    draft.given = {{"Case study", elena}};
    CHECK(applied(deal, edits_of(draft, deal, today, random).value()).promises == deal.promises);
}

TEST_CASE("A call of yesterday is logged though a plan was taken in today; a quarter as a due date is its last day", "[insert_by_day]") {
    Random random(10);
    auto deal = small_deal(random);
    auto& commitment = deal.commitments[0];
    commitment.events.push_back({CommitmentEventKind::due, today, {}, {}, {}, today + 5});
    LogDraft draft;
    draft.people = {deal.stakeholders[0].id};
    draft.on = "yesterday";
    draft.asks = {commitment.id};
    match_answers(draft);
    draft.answers[0].kind = CommitmentEventKind::agreed;
    draft.promises = {{"Send numbers", "Q3", {}}};
    const auto after = applied(deal, edits_of(draft, deal, today, random).value());
    CHECK(state_of(after.commitments[0]) == CommitmentState::agreed);
    CHECK(due_of(after.commitments[0]) == today + 5);
    CHECK(after.promises.at(0).due == Date::from_calendar(2026, 9, 30).value());
    CHECK(validate(after, today).empty());
}
