#include "core/model/edit/edit.hpp"

#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using K = CommitmentEventKind;

namespace {

const InteractionId fresh{"m00009"};

edit::PutInteraction meeting(std::vector<CommitmentId> asks, int days_ago = 0) {
    edit::PutInteraction put;
    put.interaction.id = fresh;
    put.interaction.created = today();
    put.interaction.on = today() - days_ago;
    put.interaction.people = {elena, maria};
    put.interaction.asks = std::move(asks);
    return put;
}

CommitmentEvent answer(K kind, int days_ago = 0, std::vector<StakeholderId> who = {elena}) {
    return {kind, today() - days_ago, std::move(who), {}, {}, {}};
}

}

TEST_CASE("a new interaction records what was asked, of whom, where and when") {
    const auto deal = apply(example_deal(), meeting({consensus, invest}, 2), today()).value();
    REQUIRE(deal.interactions.size() == 3);
    // Build consensus names nobody: everybody there was asked.
    CHECK(find(deal, consensus)->events == std::vector{CommitmentEvent{K::asked, today() - 2, {elena, maria}, fresh, {}, {}}});
    CHECK(state_of(*find(deal, invest)) == CommitmentState::asked);
}

TEST_CASE("only those whom the commitment needs were asked") {
    auto deal = example_deal();
    deal.commitments[1].people = {tom, elena};
    deal.commitments[2].people = {tom};
    deal = apply(deal, meeting({consensus, invest}), today()).value();
    CHECK(find(deal, consensus)->events[0].who == std::vector{elena});
    CHECK(find(deal, invest)->events[0].who.empty());
}

TEST_CASE("in a meeting each ask can be theirs") {
    auto put = meeting({consensus, invest});
    put.their_asks = {invest};
    const auto deal = apply(example_deal(), put, today()).value();
    CHECK(find(deal, consensus)->events[0].by == Asker::us);
    CHECK(find(deal, invest)->events[0].by == Asker::them);
    CHECK(find(deal, invest)->events[0].who == put.interaction.people);
}

TEST_CASE("an answer in what they began is one to us") {
    auto put = meeting({consensus, invest});
    put.interaction.direction = Direction::inbound;
    put.answers = {{consensus, answer(K::declined)}};
    auto deal = apply(example_deal(), put, today()).value();
    CHECK(find(deal, consensus)->events[0].by == Asker::us);
    CHECK(find(deal, consensus)->events[1].kind == K::declined);
    CHECK(find(deal, invest)->events[0].by == Asker::them);
    put.their_asks = {consensus};
    deal = apply(example_deal(), put, today()).value();
    CHECK(find(deal, consensus)->events[0].by == Asker::them);
}

TEST_CASE("what was asked, agreed or kept already is not asked again") {
    auto deal = example_deal();
    deal.commitments[1].events = {answer(K::asked, 5)};
    deal.commitments[2].events = {answer(K::asked, 5), answer(K::agreed, 4)};
    deal.commitments[3].events = {answer(K::asked, 5), answer(K::declined, 4)};
    const auto after = apply(deal, meeting({explore, consensus, invest, start}), today()).value();
    CHECK(after.commitments[0].events.size() == 4);
    CHECK(after.commitments[1].events.size() == 1);
    CHECK(after.commitments[2].events.size() == 2);
    REQUIRE(after.commitments[3].events.size() == 3); // asked again after a no: that is worth knowing
    CHECK(after.commitments[3].events[2].kind == K::asked);
}

TEST_CASE("answers follow the asks, in order, and carry the interaction") {
    auto put = meeting({consensus});
    put.answers = {{consensus, answer(K::agreed)}, {consensus, answer(K::due)}};
    put.answers[1].event.due = today() + 14;
    const auto deal = apply(example_deal(), put, today()).value();
    const auto& commitment = *find(deal, consensus);
    REQUIRE(commitment.events.size() == 3);
    CHECK(state_of(commitment) == CommitmentState::agreed);
    CHECK(due_of(commitment) == today() + 14);
    CHECK(commitment.events[1].interaction == fresh);
}

TEST_CASE("an illegal answer is an error and changes nothing") {
    auto put = meeting({consensus});
    put.answers = {{consensus, answer(K::agreed)}, {invest, answer(K::agreed)}};
    const auto before = example_deal();
    const auto result = apply(before, put, today());
    REQUIRE_FALSE(result);
    CHECK(result.error().message() == "Invest cannot be agreed: it has not been asked for yet. First record that it was asked for.");
    CHECK(before == example_deal());
    put.answers = {{{"zzzzzz"}, answer(K::agreed)}};
    CHECK(apply(before, put, today()).error().what == "That commitment is no longer in the deal");
}

TEST_CASE("logging late is possible until something later is known") {
    auto deal = example_deal();
    deal.commitments[1].events = {answer(K::asked, 30), answer(K::declined, 28)};
    CHECK(apply(deal, meeting({consensus}, 28), today()));
    // It was open on that day: asked for again, which is nothing new.
    const auto again = apply(deal, meeting({consensus}, 29), today());
    REQUIRE(again);
    CHECK(again->commitments[1].events == deal.commitments[1].events);
    auto kept = meeting({consensus}, 29);
    kept.answers = {{consensus, answer(K::kept, 29)}};
    deal.commitments[1].events.push_back(answer(K::asked, 20));
    const auto result = apply(deal, kept, today());
    REQUIRE_FALSE(result);
    CHECK(result.error().message() == "Build consensus was asked for on 10 Jun, after the day you chose. Choose 10 Jun or a later day.");
    CHECK(apply(deal, meeting({}, 29), today())); // without the answer it is only an older entry
}

TEST_CASE("what a plan that was taken in today says forbids nothing of yesterday", "[insert_by_day]") {
    auto deal = example_deal();
    auto due = answer(K::due, 0);
    due.due = today() + 9;
    deal.commitments[1].events = {due};
    auto put = meeting({consensus}, 1);
    put.answers = {{consensus, answer(K::agreed, 1)}};
    const auto after = apply(deal, put, today()).value();
    const auto& commitment = *find(after, consensus);
    REQUIRE(commitment.events.size() == 3);
    CHECK(commitment.events[0].kind == K::asked);
    CHECK(commitment.events[1].kind == K::agreed);
    CHECK(commitment.events[2] == due);
    CHECK(state_of(commitment) == CommitmentState::agreed);
    CHECK(due_of(commitment) == today() + 9);
    CHECK(validate(after, today()).empty());
}

TEST_CASE("answers to concerns and promises go where their day belongs", "[insert_by_day]") {
    auto deal = example_deal();
    auto& concern = deal.concerns[0];
    concern.events = {{ConcernEventKind::raised, today() - 9, {}}, {ConcernEventKind::resolved, today(), {}}};
    auto after = apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::answered, today() - 2, {}}}, today()).value();
    REQUIRE(after.concerns[0].events.size() == 3);
    CHECK(after.concerns[0].events[1].kind == ConcernEventKind::answered);
    CHECK(state_of(after.concerns[0]) == ConcernState::resolved);
    CHECK(validate(after, today()).empty());
    // Before it was raised there was nothing to answer.
    concern.events = {{ConcernEventKind::raised, today(), {}}};
    CHECK(apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::answered, today() - 2, {}}}, today()).error().what ==
          "The concern was raised on 30 Jun, after the day you chose");

    auto& promise = deal.promises[0];
    promise.events = {{PromiseEventKind::made, today() - 9, {}}, {PromiseEventKind::kept, today(), {}}};
    after = apply(deal, edit::AddPromiseEvent{promise.id, {PromiseEventKind::broken, today() - 2, {}}}, today()).value();
    CHECK(state_of(after.promises[0]) == PromiseState::kept);
    CHECK(after.promises[0].events[1].kind == PromiseEventKind::broken);
    CHECK(validate(after, today()).empty());
}

TEST_CASE("the day of an interaction lies in the life of the deal") {
    CHECK(apply(example_deal(), meeting({consensus}, -1), today()).error().message() ==
          "The day of the interaction, 1 Jul, is in the future. Choose today or an earlier day.");
    CHECK(apply(example_deal(), meeting({consensus}, 41), today()).error().message() ==
          "The day of the interaction, 20 May, is before the deal was opened on 21 May. Choose a later day, or change the day the deal was "
          "opened.");
    CHECK(apply(example_deal(), meeting({{"zzzzzz"}}), today()).error().what ==
          "What was asked for names something that is not in the deal");
}

TEST_CASE("replacing an interaction leaves the events of commitments alone") {
    auto put = edit::PutInteraction{example_deal().interactions[0], {}};
    put.interaction.asks = {explore, consensus};
    put.interaction.summary = "More than we knew";
    const auto deal = apply(example_deal(), put, today()).value();
    CHECK(deal.interactions.size() == 2);
    CHECK(deal.interactions[0].summary == "More than we knew");
    CHECK(find(deal, consensus)->events.empty());
    CHECK(deal.commitments[0] == example_deal().commitments[0]);
    put.answers = {{consensus, answer(K::agreed)}};
    CHECK_FALSE(apply(example_deal(), put, today()));
}

TEST_CASE("a removed interaction leaves the events without the reference") {
    const auto deal = apply(example_deal(), edit::RemoveInteraction{kickoff}, today()).value();
    CHECK(deal.interactions.size() == 1);
    CHECK(deal.commitments[0].events.size() == 4);
    CHECK(deal.commitments[0].events[0].interaction.empty());
    CHECK_FALSE(apply(deal, edit::RemoveInteraction{kickoff}, today()));
}

TEST_CASE("concerns are raised, answered, resolved and removed") {
    Concern concern;
    concern.id = {"w00009"};
    concern.created = today();
    concern.stakeholder = maria;
    concern.text = "Training";
    auto deal = apply(example_deal(), edit::PutConcern{concern}, today()).value();
    REQUIRE(deal.concerns.size() == 2);
    CHECK(deal.concerns[1].events == std::vector{ConcernEvent{ConcernEventKind::raised, today(), {}}});
    deal = apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::resolved, today(), "Shown"}}, today()).value();
    CHECK(state_of(deal.concerns[1]) == ConcernState::resolved);
    concern.text = "Training of the night shift";
    deal = apply(deal, edit::PutConcern{concern}, today()).value();
    CHECK(deal.concerns[1].text == "Training of the night shift");
    CHECK(deal.concerns[1].events.size() == 2);

    CHECK(apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::resolved, today(), {}}}, today()).error().message() ==
          "The concern is already resolved.");
    CHECK(apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::answered, today(), {}}}, today()).error().what ==
          "The concern cannot become \"answered\": it is resolved");
    CHECK(apply(deal, edit::AddConcernEvent{concern.id, {ConcernEventKind::reopened, today() - 1, {}}}, today()).error().what ==
          "The concern was resolved on 30 Jun, after the day you chose");

    deal = apply(deal, edit::RemoveConcern{downtime}, today()).value();
    CHECK(deal.concerns.size() == 1);
    CHECK(deal.interactions[0].concerns.empty());
    concern.id = {"w00010"};
    concern.stakeholder = {};
    CHECK(apply(deal, edit::PutConcern{concern}, today()).error().what == "The concern belongs to nobody");
    CHECK_FALSE(apply(deal, edit::RemoveConcern{downtime}, today()));
    CHECK_FALSE(apply(deal, edit::AddConcernEvent{downtime, {ConcernEventKind::answered, today(), {}}}, today()));
}

TEST_CASE("promises are made, kept, broken and removed") {
    OurPromise promise;
    promise.id = {"r00009"};
    promise.created = today();
    promise.what = "Send references";
    auto deal = apply(example_deal(), edit::PutPromise{promise}, today()).value();
    CHECK(deal.promises[1].events == std::vector{PromiseEvent{PromiseEventKind::made, today(), {}}});
    deal = apply(deal, edit::AddPromiseEvent{promise.id, {PromiseEventKind::kept, today(), {}}}, today()).value();
    deal = apply(deal, edit::AddPromiseEvent{promise.id, {PromiseEventKind::broken, today(), "The wrong ones"}}, today()).value();
    CHECK(state_of(deal.promises[1]) == PromiseState::broken);
    promise.what = "Send three references";
    deal = apply(deal, edit::PutPromise{promise}, today()).value();
    CHECK(deal.promises[1].events.size() == 3);
    CHECK(apply(deal, edit::AddPromiseEvent{promise.id, {PromiseEventKind::broken, today(), {}}}, today()).error().message() ==
          "The promise is already broken.");
    CHECK_FALSE(apply(deal, edit::AddPromiseEvent{promise.id, {PromiseEventKind::made, today(), {}}}, today()));
    deal = apply(deal, edit::RemovePromise{promise.id}, today()).value();
    CHECK(deal == example_deal());
    CHECK_FALSE(apply(deal, edit::RemovePromise{promise.id}, today()));
}

TEST_CASE("in what began with them it was they who asked", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[1].people = {tom};
    auto put = meeting({consensus, invest}, 1);
    put.interaction.direction = Direction::inbound;
    auto after = apply(deal, put, today()).value();
    CHECK(asked_by_them(*find(after, consensus)));
    CHECK(asked_by_them(*find(after, invest)));
    // Whoever was there asked, needed for it or not.
    CHECK(find(after, consensus)->events.back().who == std::vector{elena, maria});
    for (const auto direction : {Direction::outbound, Direction::mutual}) {
        put.interaction.direction = direction;
        after = apply(deal, put, today()).value();
        CHECK_FALSE(asked_by_them(*find(after, consensus)));
        CHECK(state_of(*find(after, consensus)) == CommitmentState::asked);
    }
}

TEST_CASE("what is set aside is not asked for on the side", "[set_aside]") {
    auto deal = example_deal();
    deal.commitments[1].events = {answer(K::dropped, 3, {})};
    const auto after = apply(deal, meeting({consensus}), today()).value();
    CHECK(is_set_aside(*find(after, consensus)));
}
