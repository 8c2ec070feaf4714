#include "core/model/members/members.hpp"
#include "core/model/members/usual_days.hpp"
#include "core/model/members/made_origin.hpp"

#include <utility>

namespace middleground {

using namespace rows;
using enum MergeRule;
using L = Limits;

template <>
const MemberTable& members_of<Money>() {
    static constexpr Member members[]{
        row<&Money::minor>("minor"),
        row<&Money::currency>("currency"),
    };
    static constexpr auto table = table_for<Money>(members);
    return table;
}

template <>
const MemberTable& members_of<TargetEvent>() {
    static constexpr Member members[]{
        row<&TargetEvent::on>("on"),
        row<&TargetEvent::date>("date").buyer(),
        row<&TargetEvent::reason>("reason").usually(TargetReason::seller_target).buyer(),
        row<&TargetEvent::note>("note").at_most(L::long_text, "note").buyer(),
    };
    static constexpr auto table = table_for<TargetEvent>(members);
    return table;
}

namespace {

const Closing& closing(const void* thing) {
    return *static_cast<const Closing*>(thing);
}
bool is_lost(const void* thing) {
    return closing(thing).state == ClosedAs::lost;
}
bool is_not_won(const void* thing) {
    return closing(thing).state != ClosedAs::won;
}

}

template <>
const MemberTable& members_of<Closing>() {
    static constexpr Member members[]{
        row<&Closing::state>("state"),
        row<&Closing::on>("on"),
        row<&Closing::to>("to").at_most(L::long_text, "winner").only_if(&is_lost),
        row<&Closing::why>("why").at_most(L::long_text, "reason").only_if(&is_not_won),
    };
    static constexpr auto table = table_for<Closing>(members);
    return table;
}

template <>
const MemberTable& members_of<Alternative>() {
    static constexpr Member members[]{
        row<&Alternative::name>("name").at_most(L::short_text, "name"),
        row<&Alternative::kind>("kind", "Kind").usually(AlternativeKind::competitor).merged(value),
        row<&Alternative::notes>("notes", "Notes").at_most(L::long_text, "text of the notes").merged(value),
        unknown_members<&Alternative::extra>(),
    };
    static constexpr auto table = table_for<Alternative>(members);
    return table;
}

template <>
const MemberTable& members_of<Tag>() {
    static constexpr Member members[]{
        row<&Tag::name>("name").at_most(L::short_text, "name"),
    };
    static constexpr auto table = table_for<Tag>(members);
    return table;
}

template <>
const MemberTable& members_of<OwnField>() {
    static constexpr Member members[]{
        row<&OwnField::name>("name").at_most(L::short_text, "name").buyer(),
        row<&OwnField::kind>("kind").usually(FieldKind::text).buyer(),
        row<&OwnField::value>("value").at_most(L::long_text, "value").buyer(),
        row<&OwnField::shared>("shared").buyer(),
    };
    static constexpr auto table = table_for<OwnField>(members);
    return table;
}

template <>
const MemberTable& members_of<Snooze>() {
    static constexpr Member members[]{
        row<&Snooze::what>("what").at_most(L::short_text, "what is put off"),
        row<&Snooze::until>("until"),
    };
    static constexpr auto table = table_for<Snooze>(members);
    return table;
}

template <>
const MemberTable& members_of<DocumentLink>() {
    static constexpr Member members[]{
        row<&DocumentLink::title>("title").at_most(L::short_text, "title"),
        row<&DocumentLink::url>("url").at_most(L::long_text, "address"),
    };
    static constexpr auto table = table_for<DocumentLink>(members);
    return table;
}

template <>
const MemberTable& members_of<Belief>() {
    static constexpr Member members[]{
        row<&Belief::on>("on"),
        row<&Belief::won>("won").from_to(0, 1000, "belief"),
        row<&Belief::p10>("p10").usually(-1).from_to(-1, L::belief_days, "p10 of a belief"),
        row<&Belief::p50>("p50").usually(-1).from_to(-1, L::belief_days, "p50 of a belief"),
        row<&Belief::p90>("p90").usually(-1).from_to(-1, L::belief_days, "p90 of a belief"),
        row<&Belief::by>("by").from_to(0, L::belief_by, "model of a belief"),
    };
    static constexpr auto table = table_for<Belief>(members);
    return table;
}

template <>
const MemberTable& members_of<OwnBaseAnswer>() {
    static constexpr Member members[]{
        row<&OwnBaseAnswer::column>("column").at_most(L::short_text, "column of an answer"),
        row<&OwnBaseAnswer::answer>("answer").at_most(L::short_text, "answer"),
    };
    static constexpr auto table = table_for<OwnBaseAnswer>(members);
    return table;
}

template <>
const MemberTable& members_of<OwnBase>() {
    static constexpr Member members[]{
        row<&OwnBase::won>("won").is_needed().from_to(1, 999, "base chance in thousandths"),
        row<&OwnBase::origin>("origin").at_most(L::long_text, "origin of the base chance"),
        row<&OwnBase::answers>("answers").at_most(L::others, "answers"),
        row<&OwnBase::knows_competitor>("knows_competitor"),
        row<&OwnBase::knows_client>("knows_client"),
    };
    static constexpr auto table = table_for<OwnBase>(members);
    return table;
}

template <>
const MemberTable& members_of<RemovedPerson>() {
    static constexpr Member members[]{
        row<&RemovedPerson::person>("person").at_most(L::short_text, "person"),
    };
    static constexpr auto table = table_for<RemovedPerson>(members);
    return table;
}

template <>
const MemberTable& members_of<SaidField>() {
    static constexpr Member members[]{
        row<&SaidField::name>("name").at_most(L::short_text, "name of a field in the origin"),
        row<&SaidField::value>("value").at_most(L::long_text, "value of a field in the origin"),
    };
    static constexpr auto table = table_for<SaidField>(members);
    return table;
}

template <>
const MemberTable& members_of<DealOrigin>() {
    static constexpr Member members[]{
        row<&DealOrigin::system>("system").usually(OriginSystem::other),
        row<&DealOrigin::id>("id").at_most(L::short_text, "id"),
        row<&DealOrigin::title>("title").at_most(L::short_text, "title"),
        row<&DealOrigin::account>("account").at_most(L::short_text, "account"),
        row<&DealOrigin::amount>("amount").at_most(L::short_text, "amount"),
        row<&DealOrigin::seller>("seller").at_most(L::short_text, "seller"),
        row<&DealOrigin::target>("target").at_most(L::short_text, "target"),
        row<&DealOrigin::outcome>("outcome").at_most(L::short_text, "outcome"),
        row<&DealOrigin::removed>("removed").at_most(L::others, "removed people"),
        row<&DealOrigin::fields>("fields").at_most(L::fields, "own fields of the origin"),
    };
    static constexpr auto table = table_for<DealOrigin>(members);
    return table;
}

namespace {

constexpr MadePart made_closing{
    [](const void* deal) {
        const auto found = closing_of(static_cast<const Deal*>(deal)->outcome);
        return found ? made_object(*found) : no_object();
    },
    [] { return made_object(Closing()); },
    [](void* deal, MadePart::Object part) {
        static_cast<Deal*>(deal)->outcome = outcome_of(std::move(*static_cast<Closing*>(part.get())));
    },
};
constexpr MemberType outcome_type{.kind = MemberKind::made, .table = &members_of<Closing>, .made = &made_closing};

}

template <>
const MemberTable& members_of<Deal>() {
    static constexpr Member members[]{
        row<&Deal::id>("id").own().buyer(),
        row<&Deal::title>("title", "Title").at_most(L::short_text).merged(value),
        row<&Deal::account>("account", "Account").at_most(L::short_text).merged(value).buyer(),
        row<&Deal::amount>("amount", "Amount").merged(value),
        row<&Deal::seller>("seller", "Seller").at_most(L::short_text).merged(value).buyer(),
        row<&Deal::playbook>("playbook", "Playbook").at_most(L::short_text).merged(value),
        row<&Deal::opened>("opened", "Opened").day_opened().merged(value),
        row<&Deal::targets>("targets", "Target date").at_most(L::events, "target dates").merged(log).buyer(),
        row<&Deal::process>("process", "Who sets the steps").usually(Process::seller_led).merged(value),
        made<&Deal::outcome>("outcome", "Outcome", outcome_type).merged(value),
        row<&Deal::expected_group_size>("expected_group_size", "Expected group size").usually(7).from_to(1, L::group_size).merged(value),
        row<&Deal::sample>("sample", "Is a sample").merged(value),
        row<&Deal::alternatives>("alternatives").at_most(L::others, "alternatives"),
        row<&Deal::stakeholders>("stakeholders").at_most(L::stakeholders, "stakeholders").buyer(),
        row<&Deal::influences>("influences").at_most(L::influences, "influence lines"),
        row<&Deal::commitments>("commitments").at_most(L::commitments, "commitments").buyer(),
        row<&Deal::promises>("promises").at_most(L::others, "promises"),
        row<&Deal::interactions>("interactions").at_most(L::interactions, "interactions"),
        row<&Deal::concerns>("concerns").at_most(L::others, "concerns"),
        row<&Deal::notes>("notes", "Notes").at_most(L::long_text, "text of the notes").merged(value),
        row<&Deal::created>("created").usual_on(&day_opened).merged(MergeRule::created),
        row<&Deal::based_on>("based_on").at_most(L::short_text, "name of the snapshot it came from"),
        made<&Deal::origin>("origin", {}, made_origin_type<Deal, DealOrigin>).merged(origin),
        row<&Deal::tags>("tags", "Tags").at_most(L::tags, "tags").merged(set),
        row<&Deal::links>("links", "Links").at_most(L::links, "links").merged(set),
        row<&Deal::lesson>("lesson", "Lesson").at_most(L::long_text, "text of the lesson").merged(value),
        row<&Deal::client>("client", "Customer").usually(Client::unknown).merged(value),
        row<&Deal::diary>("diary").at_most(L::diary, "days of the diary").not_in_links(),
        row<&Deal::own_base>("own_base", "Base chance").merged(value),
        row<&Deal::snoozes>("snoozes", "Put off").at_most(L::others, "things that are put off").merged(set),
        row<&Deal::planned_with>("planned_with", "Edition of the playbook").merged(value),
        row<&Deal::fields>("fields", "Own fields").at_most(L::fields, "own fields").merged(named).buyer(),
        unknown_members<&Deal::extra>(),
    };
    static constexpr auto table = table_for<Deal>(members);
    return table;
}

}
