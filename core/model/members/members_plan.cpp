#include "core/model/members/members.hpp"

namespace middleground {

using namespace rows;

template <>
const MemberTable& members_of<PlanField>() {
    static constexpr Member members[]{
        row<&PlanField::name>("name"),
        row<&PlanField::kind>("kind").usually(FieldKind::text),
        row<&PlanField::value>("value"),
    };
    static constexpr auto table = table_for<PlanField>(members);
    return table;
}

template <>
const MemberTable& members_of<PlanPerson>() {
    static constexpr Member members[]{
        row<&PlanPerson::id>("id").own(),
        row<&PlanPerson::name>("name", "Name"),
        row<&PlanPerson::title>("title", "Title"),
        row<&PlanPerson::function>("function", "Function").usually(Function::other),
        row<&PlanPerson::fields>("fields"),
    };
    static constexpr auto table = table_for<PlanPerson>(members, IdKind::person);
    return table;
}

template <>
const MemberTable& members_of<PlanValue>() {
    static constexpr Member members[]{
        row<&PlanValue::what>("what"),
    };
    static constexpr auto table = table_for<PlanValue>(members);
    return table;
}

template <>
const MemberTable& members_of<PlanStep>() {
    static constexpr Member members[]{
        row<&PlanStep::id>("id").own(),
        row<&PlanStep::title>("title"),
        row<&PlanStep::done_when>("done_when"),
        row<&PlanStep::state>("state").usually(SharedState::open),
        row<&PlanStep::since>("since"),
        row<&PlanStep::due>("due"),
        row<&PlanStep::owner>("owner"),
        row<&PlanStep::value>("value"),
    };
    static constexpr auto table = table_for<PlanStep>(members, IdKind::commitment);
    return table;
}

template <>
const MemberTable& members_of<BuyerEvent>() {
    static constexpr Member members[]{
        row<&BuyerEvent::date>("date"),
        row<&BuyerEvent::what>("what"),
    };
    static constexpr auto table = table_for<BuyerEvent>(members);
    return table;
}

// No unknown members: what is not listed is not shared.
template <>
const MemberTable& members_of<BuyerPlan>() {
    static constexpr Member members[]{
        row<&BuyerPlan::id>("id").own(),
        row<&BuyerPlan::account>("account"),
        row<&BuyerPlan::seller>("seller"),
        row<&BuyerPlan::made_on>("made_on").day_opened(),
        row<&BuyerPlan::event>("event"),
        row<&BuyerPlan::people>("people"),
        row<&BuyerPlan::steps>("steps"),
        row<&BuyerPlan::fields>("fields"),
    };
    static constexpr auto table = table_for<BuyerPlan>(members);
    return table;
}

}
