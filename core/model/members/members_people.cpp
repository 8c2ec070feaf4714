#include "core/model/members/made_origin.hpp"
#include "core/model/members/members.hpp"
#include "core/model/members/usual_days.hpp"

namespace middleground {

using namespace rows;
using enum MergeRule;
using L = Limits;

template <>
const MemberTable& members_of<StanceEvent>() {
    static constexpr Member members[]{
        row<&StanceEvent::on>("on"),
        row<&StanceEvent::stance>("stance"),
        row<&StanceEvent::why>("why").at_most(L::long_text, "reason of the stance"),
        row<&StanceEvent::not_before>("not_before"),
    };
    static constexpr auto table = table_for<StanceEvent>(members);
    return table;
}

template <>
const MemberTable& members_of<PersonOrigin>() {
    static constexpr Member members[]{
        row<&PersonOrigin::system>("system").usually(OriginSystem::other),
        row<&PersonOrigin::id>("id").at_most(L::short_text, "id of the origin"),
        row<&PersonOrigin::name>("name").at_most(L::short_text, "name in the origin"),
        row<&PersonOrigin::title>("title").at_most(L::short_text, "title in the origin"),
        row<&PersonOrigin::function>("function").at_most(L::short_text, "function in the origin"),
        row<&PersonOrigin::role>("role").at_most(L::short_text, "role in the origin"),
        row<&PersonOrigin::contact>("contact").at_most(L::long_text, "contact in the origin"),
        row<&PersonOrigin::fields>("fields").at_most(L::fields, "own fields of the origin"),
    };
    static constexpr auto table = table_for<PersonOrigin>(members);
    return table;
}

template <>
const MemberTable& members_of<Departure>() {
    static constexpr Member members[]{
        row<&Departure::on>("on"),
        row<&Departure::why>("why").at_most(L::long_text, "reason for leaving"),
    };
    static constexpr auto table = table_for<Departure>(members);
    return table;
}

template <>
const MemberTable& members_of<Stakeholder>() {
    static constexpr Member members[]{
        row<&Stakeholder::id>("id").own().buyer(),
        row<&Stakeholder::name>("name", "Name").at_most(L::short_text).merged(value).buyer(),
        row<&Stakeholder::title>("title", "Title").at_most(L::short_text).merged(value).buyer(),
        row<&Stakeholder::function>("function", "Function").usually(Function::other).merged(value).buyer(),
        row<&Stakeholder::role>("role", "Role").usually(Role::influencer).merged(value),
        row<&Stakeholder::influence>("influence", "Influence").usually(50).from_to(0, 100).merged(value),
        row<&Stakeholder::openness>("openness", "Openness").usually(50).from_to(0, 100).merged(value),
        row<&Stakeholder::stances>("stances", "Stance").at_most(L::events, "stances").merged(log),
        row<&Stakeholder::problem>("problem", "Problem").at_most(L::long_text).merged(value),
        row<&Stakeholder::needed_outcome>("needed_outcome", "Needed outcome").at_most(L::long_text).merged(value),
        row<&Stakeholder::contact>("contact", "Contact").at_most(L::long_text).merged(value),
        row<&Stakeholder::notes>("notes", "Notes").at_most(L::long_text, "text of the notes").merged(value),
        row<&Stakeholder::created>("created").usual_on(&day_opened).merged(MergeRule::created),
        made<&Stakeholder::origin>("origin", {}, made_origin_type<Stakeholder, PersonOrigin>).merged(origin),
        row<&Stakeholder::left>("left", "Left").merged(value),
        row<&Stakeholder::tags>("tags", "Tags").at_most(L::tags, "tags").merged(set),
        row<&Stakeholder::fields>("fields", "Own fields").at_most(L::fields, "own fields").merged(named).buyer(),
        unknown_members<&Stakeholder::extra>(),
    };
    static constexpr auto table = table_for<Stakeholder>(members, IdKind::person);
    return table;
}

template <>
const MemberTable& members_of<Influence>() {
    static constexpr Member members[]{
        row<&Influence::from>("from"),
        row<&Influence::to>("to"),
        row<&Influence::weight_milli>("weight", "Weight").thousandths().from_to(0, 1000, "weight in thousandths").merged(value),
        row<&Influence::created>("created").usual_on(&day_opened).merged(MergeRule::created),
        unknown_members<&Influence::extra>(),
    };
    static constexpr auto table = table_for<Influence>(members);
    return table;
}

}
