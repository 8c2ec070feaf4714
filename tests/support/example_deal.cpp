#include "tests/support/example_deal.hpp"

namespace middleground::test {

namespace {

Stakeholder person(const StakeholderId& id, std::string name, Function function, Role role, int influence) {
    Stakeholder person;
    person.id = id;
    person.created = today() - 40;
    person.name = std::move(name);
    person.function = function;
    person.role = role;
    person.influence = influence;
    return person;
}

Commitment commitment(const CommitmentId& id, std::string title, std::vector<CommitmentId> prerequisites) {
    Commitment commitment;
    commitment.id = id;
    commitment.created = today() - 40;
    commitment.title = std::move(title);
    commitment.prerequisites = std::move(prerequisites);
    return commitment;
}

}

Deal example_deal() {
    Deal deal;
    deal.id = {"d00001"};
    deal.created = today() - 40;
    deal.opened = today() - 40;
    deal.title = "Planning for Brightwater";
    deal.account = "Brightwater Foods";
    deal.amount = Money{18400000, "EUR"};
    deal.targets = {{today() - 40, today() + 60, TargetReason::seller_target, {}}};

    deal.stakeholders = {person(elena, "Elena Brandt", Function::finance, Role::decision_maker, 90),
                         person(tom, "Tom Hadley", Function::it, Role::approver, 60),
                         person(maria, "Maria Costa", Function::operations, Role::user, 30)};
    deal.stakeholders[1].stances = {{today() - 25, Stance::sceptical, "Worried about downtime"}};
    deal.influences = {{elena, tom, 300, today() - 40, {}}, {tom, maria, 500, today() - 40, {}}};

    deal.commitments = {commitment(explore, "Explore change", {}), commitment(consensus, "Build consensus", {explore}),
                        commitment(invest, "Invest", {consensus}), commitment(start, "Start", {invest})};
    deal.commitments[2].decides = true;
    auto& first = deal.commitments[0];
    first.people = {elena, tom};
    first.buyer_owner = tom;
    first.value_offered = {{tom, "A plan without downtime", "No night shifts"}};
    first.events = {{CommitmentEventKind::asked, today() - 25, {elena, tom}, kickoff, {}, {}},
                    {CommitmentEventKind::agreed, today() - 24, {tom}, {}, {}, {}},
                    {CommitmentEventKind::due, today() - 24, {}, {}, {}, today() - 18},
                    {CommitmentEventKind::kept, today() - 20, {}, {}, {}, {}}};

    Interaction meeting;
    meeting.id = kickoff;
    meeting.created = today() - 25;
    meeting.on = today() - 25;
    meeting.people = {elena, tom};
    meeting.asks = {explore};
    meeting.concerns = {downtime};
    meeting.value_given = {{tom, "Figures of three plants", {}}};
    meeting.next = NextStep{consensus, today() - 10, {}};
    Interaction letter;
    letter.id = mail;
    letter.created = today() - 10;
    letter.on = today() - 10;
    letter.kind = InteractionKind::email;
    letter.direction = Direction::outbound;
    letter.people = {maria};
    deal.interactions = {meeting, letter};

    deal.concerns = {{downtime, today() - 25, tom, "Downtime in the season", {{ConcernEventKind::raised, today() - 25, {}}}, {}}};
    deal.promises = {{offer, today() - 25, elena, "Send the offer", today() + 2, {{PromiseEventKind::made, today() - 25, {}}}, {}}};
    return deal;
}

}
