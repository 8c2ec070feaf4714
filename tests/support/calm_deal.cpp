#include "tests/support/calm_deal.hpp"

#include <algorithm>

namespace middleground::test {

namespace {

template <typename Things, typename Key>
auto& thing_in(Things& things, const Key& id) {
    return *std::ranges::find(things, id, [](const auto& thing) { return thing.id; });
}

Stakeholder somebody(const StakeholderId& id, std::string name, Function function, Role role, Stance stance, int influence) {
    Stakeholder one;
    one.id = id;
    one.created = today() - 55;
    one.name = std::move(name);
    one.function = function;
    one.role = role;
    one.influence = influence;
    one.stances = {{today() - 30, stance, {}}};
    one.problem = "Too many returns";
    return one;
}

Commitment something(const CommitmentId& id, std::string title, std::vector<CommitmentId> prerequisites) {
    Commitment one;
    one.id = id;
    one.created = today() - 60;
    one.title = std::move(title);
    one.ask = "Could you take an hour on Tuesday for it?";
    one.done_when = "The minutes say so";
    one.prerequisites = std::move(prerequisites);
    one.buyer_owner = anna;
    one.people = {anna};
    one.value_offered = {{anna, "A count of the returns", {}}};
    return one;
}

}

Deal calm_deal() {
    Deal deal;
    deal.id = {"ca1m01"};
    deal.title = "Pilot";
    deal.account = "Acme";
    deal.opened = deal.created = today() - 60;
    deal.expected_group_size = 3;
    deal.amount = Money{1000000, "EUR"};
    deal.targets = {{today() - 50, today() + 200, TargetReason::buyer_event, "Season"}};
    deal.alternatives = {{"As today", AlternativeKind::do_nothing, {}, {}}};
    deal.stakeholders = {somebody(anna, "Anna Berg", Function::executive, Role::decision_maker, Stance::champion, 90),
                         somebody(bert, "Bert Lund", Function::finance, Role::approver, Stance::supportive, 60),
                         somebody(carl, "Carl Holm", Function::it, Role::evaluator, Stance::sceptical, 20)};
    deal.commitments = {something(first, "Explore", {}), something(second, "Change", {first}), something(third, "Decide", {second})};
    deal.commitments[0].events = {event_of(CommitmentEventKind::asked, today() - 40, {anna}),
                                  event_of(CommitmentEventKind::kept, today() - 20)};
    deal.commitments[1].events = {event_of(CommitmentEventKind::asked, today() - 6, {anna}),
                                  event_of(CommitmentEventKind::agreed, today() - 5, {anna})};
    deal.commitments[1].events.push_back(event_of(CommitmentEventKind::due, today() - 5));
    deal.commitments[1].events.back().due = today() + 10;
    deal.commitments[2].decides = true;
    Interaction met;
    met.id = visit;
    met.created = met.on = today() - 20;
    met.people = {anna, bert, carl};
    met.summary = "Walked through the warehouse";
    met.value_given = {{anna, "A count", {}}, {bert, "A cost table", {}}, {carl, "A test plan", {}}};
    Interaction said = met;
    said.id = talk;
    said.created = said.on = today() - 5;
    said.value_given = {{{}, "A summary", {}}};
    said.next = NextStep{second, today() + 4, {}};
    deal.interactions = {met, said};
    return deal;
}

Stakeholder& person_in(Deal& deal, const StakeholderId& id) {
    return thing_in(deal.stakeholders, id);
}
Commitment& commitment_in(Deal& deal, const CommitmentId& id) {
    return thing_in(deal.commitments, id);
}
Interaction& interaction_in(Deal& deal, const InteractionId& id) {
    return thing_in(deal.interactions, id);
}

CommitmentEvent event_of(CommitmentEventKind kind, Date on, std::vector<StakeholderId> who) {
    return {kind, on, std::move(who), {}, {}, {}};
}

}
