#include "core/base/text.hpp"
#include "core/model/edit/edit.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("what an edit did, in words") {
    using K = CommitmentEventKind;
    const auto deal = example_deal();
    const auto person = [](StakeholderId id, std::string name) {
        Stakeholder stakeholder;
        stakeholder.id = std::move(id);
        stakeholder.name = std::move(name);
        return stakeholder;
    };
    const auto event = [](K kind, std::vector<StakeholderId> who = {}) {
        return edit::AddCommitmentEvent{consensus, {kind, today(), std::move(who), {}, {}, {}}};
    };
    edit::SetDeal title;
    title.title = "x";
    edit::SetDeal much;
    much.title = much.account = much.seller = much.notes = "x";
    edit::SetDeal two;
    two.account = "x";
    two.amount = std::optional<Money>{};
    auto due = event(K::due);
    due.event.due = today() + 14;
    Interaction call;
    call.id = {"m00009"};
    call.kind = InteractionKind::call;
    call.people = {elena, tom};
    Concern long_concern;
    long_concern.text = std::string(47, 'a') + "\u00e9 and more";
    OurPromise promise;
    promise.what = "Send references";

    auto theirs = event(K::asked, {elena});
    theirs.event.by = Asker::them;
    edit::SetDeal client;
    client.client = Client::current;
    edit::SetDeal base;
    base.own_base = std::optional(OwnBase{620, "deals.csv"});
    Concern question;
    question.kind = ConcernKind::question;
    question.text = "Where is the data?";

    struct Row {
        Edit edit;
        std::string words;
    };
    for (const auto& row :
         std::vector<Row>{{title, "Changed the title"},
                          {two, "Changed the account and the amount"},
                          {much, "Changed the deal"},
                          {edit::SetTarget{{today(), today() + 14, {}, {}}}, "Set the target date to 14 Jul"},
                          {edit::SetTarget{{today(), {}, {}, {}}}, "Removed the target date"},
                          {edit::SetOutcome{Won{}}, "Closed as won"},
                          {edit::SetOutcome{NoDecision{}}, "Closed without a decision"},
                          {edit::SetOutcome{Open{}}, "Reopened the deal"},
                          {edit::PutStakeholder{person({"p00009"}, "Ines Vidal")}, "Added Ines Vidal"},
                          {edit::PutStakeholder{person(tom, "Tom H.")}, "Changed Tom H."},
                          {edit::PutStakeholder{person({"p00009"}, " ")}, "Added a person"},
                          {edit::RemoveStakeholder{tom}, "Removed Tom Hadley"},
                          {edit::MergePeople{tom, person(elena, "Elena Brandt")}, "Merged Tom Hadley into Elena Brandt"},
                          {edit::SetStance{tom, {today(), Stance::supportive, {}}}, "Stance of Tom Hadley: supportive"},
                          {edit::SetInfluence{elena, tom, 100, today()}, "Set the influence of Elena Brandt on Tom Hadley"},
                          {edit::SetInfluence{elena, tom, 0, today()}, "Removed the influence of Elena Brandt on Tom Hadley"},
                          {edit::RemoveCommitment{invest}, "Removed Invest"},
                          {edit::MoveCommitment{invest, 0}, "Moved Invest"},
                          {edit::RemoveCommitment{{"zzzzzz"}}, "Removed a commitment"},
                          {event(K::asked, {elena}), "Asked Elena Brandt: Build consensus"},
                          {event(K::asked), "Asked: Build consensus"},
                          {event(K::agreed, {elena, tom}), "Elena Brandt and Tom Hadley agreed: Build consensus"},
                          {event(K::declined), "Declined: Build consensus"},
                          {event(K::kept), "Kept: Build consensus"},
                          {event(K::broken), "Broken: Build consensus"},
                          {due, "Due 14 Jul: Build consensus"},
                          {event(K::due), "No due date: Build consensus"},
                          {event(K::reopened), "Reopened: Build consensus"},
                          {event(K::dropped), "Dropped: Build consensus"},
                          {event(K::not_needed), "Not needed: Build consensus"},
                          {theirs, "Elena Brandt asked for it: Build consensus"},
                          {client, "Changed whether they are a customer"},
                          {base, "Changed what its chance begins with"},
                          {edit::PutConcern{question}, "Added the question: Where is the data?"},
                          {edit::PutInteraction{call, {}}, "Logged the call with Elena Brandt and Tom Hadley"},
                          {edit::PutInteraction{deal.interactions[1], {}}, "Changed the e-mail with Maria Costa"},
                          {edit::RemoveInteraction{mail}, "Removed the e-mail"},
                          {edit::PutConcern{long_concern}, "Added the concern: " + std::string(47, 'a') + "\u2026"},
                          {edit::AddConcernEvent{downtime, {ConcernEventKind::resolved, today(), {}}}, "Resolved: Downtime in the season"},
                          {edit::PutPromise{promise}, "Promised: Send references"},
                          {edit::AddPromiseEvent{offer, {PromiseEventKind::kept, today(), {}}}, "Promise kept: Send the offer"}}) {
        CHECK(describe(deal, row.edit) == row.words);
    }
}

TEST_CASE("every random edit is described in one well-formed line") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Random random(seed);
        const auto deal = random_deal(random);
        const auto words = describe(deal, random_edit(random, deal));
        INFO("seed " << seed << ": " << words);
        CHECK_FALSE(words.empty());
        CHECK(words.find('\n') == std::string::npos);
        CHECK_FALSE(first_invalid_utf8(words));
    }
}
