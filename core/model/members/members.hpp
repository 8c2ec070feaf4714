#pragma once

#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"
#include "core/model/members/closing.hpp"
#include "core/model/members/row.hpp"
#include "core/model/playbook.hpp"

// The tables of the nouns of the model.
//
// A new member is one row: at the end of its table, before the unknown members, because the order of rows is that of the packed link and is
// FROZEN, like the numbers of enums that stand in links. It has to be one that can be left out.
namespace middleground {

template <>
const MemberTable& members_of<StanceEvent>();
template <>
const MemberTable& members_of<PersonOrigin>();
template <>
const MemberTable& members_of<Departure>();
template <>
const MemberTable& members_of<Stakeholder>();
template <>
const MemberTable& members_of<Influence>();
template <>
const MemberTable& members_of<Value>();
template <>
const MemberTable& members_of<CommitmentEvent>();
template <>
const MemberTable& members_of<Commitment>();
template <>
const MemberTable& members_of<PromiseEvent>();
template <>
const MemberTable& members_of<OurPromise>();
template <>
const MemberTable& members_of<NextStep>();
template <>
const MemberTable& members_of<Interaction>();
template <>
const MemberTable& members_of<ConcernEvent>();
template <>
const MemberTable& members_of<Concern>();
template <>
const MemberTable& members_of<Money>();
template <>
const MemberTable& members_of<TargetEvent>();
template <>
const MemberTable& members_of<Closing>();
template <>
const MemberTable& members_of<Alternative>();
template <>
const MemberTable& members_of<Tag>();
template <>
const MemberTable& members_of<OwnField>();
template <>
const MemberTable& members_of<Snooze>();
template <>
const MemberTable& members_of<DocumentLink>();
template <>
const MemberTable& members_of<Belief>();
template <>
const MemberTable& members_of<RemovedPerson>();
template <>
const MemberTable& members_of<SaidField>();
template <>
const MemberTable& members_of<DealOrigin>();
template <>
const MemberTable& members_of<Deal>();
template <>
const MemberTable& members_of<PlanField>();
template <>
const MemberTable& members_of<PlanPerson>();
template <>
const MemberTable& members_of<PlanValue>();
template <>
const MemberTable& members_of<PlanStep>();
template <>
const MemberTable& members_of<BuyerEvent>();
template <>
const MemberTable& members_of<BuyerPlan>();
template <>
const MemberTable& members_of<PlaybookStep>();
template <>
const MemberTable& members_of<BaseRate>();
template <>
const MemberTable& members_of<Playbook>();

}
