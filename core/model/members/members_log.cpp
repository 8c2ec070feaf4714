#include "core/model/members/members.hpp"
#include "core/model/members/usual_days.hpp"

namespace middleground {

using namespace rows;
using enum MergeRule;
using L = Limits;

template <>
const MemberTable& members_of<PromiseEvent>() {
    static constexpr Member members[]{
        row<&PromiseEvent::kind>("kind"),
        row<&PromiseEvent::on>("on"),
        row<&PromiseEvent::note>("note").at_most(L::long_text, "note of an event"),
    };
    static constexpr auto table = table_for<PromiseEvent>(members);
    return table;
}

template <>
const MemberTable& members_of<OurPromise>() {
    static constexpr Member members[]{
        row<&OurPromise::id>("id").own(),
        row<&OurPromise::to>("to", "To").merged(value),
        row<&OurPromise::what>("what", "What we promised").at_most(L::long_text, "text").merged(value),
        row<&OurPromise::due>("due", "Due").merged(value),
        row<&OurPromise::events>("events", "What happened").at_most(L::events, "events").merged(log),
        row<&OurPromise::created>("created").usual_on(&first_event<OurPromise>).merged(MergeRule::created),
        unknown_members<&OurPromise::extra>(),
    };
    static constexpr auto table = table_for<OurPromise>(members, IdKind::promise);
    return table;
}

template <>
const MemberTable& members_of<NextStep>() {
    static constexpr Member members[]{
        row<&NextStep::commitment>("commitment"),
        row<&NextStep::on>("on"),
        row<&NextStep::what>("what").at_most(L::long_text, "next step"),
        row<&NextStep::state>("state").usually(NextStepState::planned),
    };
    static constexpr auto table = table_for<NextStep>(members);
    return table;
}

namespace {

Date day_of(const void* interaction, Date) {
    return static_cast<const Interaction*>(interaction)->on;
}

}

template <>
const MemberTable& members_of<Interaction>() {
    static constexpr Member members[]{
        row<&Interaction::id>("id").own(),
        row<&Interaction::on>("on", "Date").merged(value),
        row<&Interaction::kind>("kind", "Kind").usually(InteractionKind::meeting).merged(value),
        row<&Interaction::direction>("direction", "Direction").usually(Direction::mutual).merged(value),
        row<&Interaction::people>("people", "Who took part").merged(set),
        row<&Interaction::summary>("summary", "Summary").at_most(L::long_text).merged(value),
        row<&Interaction::asks>("asks", "Asked for").merged(set),
        row<&Interaction::concerns>("concerns", "Concerns").merged(set),
        row<&Interaction::value_given>("value_given", "What you gave").at_most(L::events, "value given").merged(set),
        row<&Interaction::next>("next", "What is next").merged(value),
        row<&Interaction::answered>("answered", "Answered").merged(value),
        row<&Interaction::created>("created").usual_on(&day_of).merged(MergeRule::created),
        row<&Interaction::source>("source", "Where it came from").at_most(L::short_text).merged(value),
        unknown_members<&Interaction::extra>(),
    };
    static constexpr auto table = table_for<Interaction>(members, IdKind::interaction, true);
    return table;
}

template <>
const MemberTable& members_of<ConcernEvent>() {
    static constexpr Member members[]{
        row<&ConcernEvent::kind>("kind"),
        row<&ConcernEvent::on>("on"),
        row<&ConcernEvent::note>("note").at_most(L::long_text, "note of an event"),
    };
    static constexpr auto table = table_for<ConcernEvent>(members);
    return table;
}

template <>
const MemberTable& members_of<Concern>() {
    static constexpr Member members[]{
        row<&Concern::id>("id").own(),
        row<&Concern::stakeholder>("stakeholder", "Whose it is").merged(value),
        row<&Concern::text>("text", "Concern").at_most(L::long_text, "text").merged(value),
        row<&Concern::events>("events", "What happened").at_most(L::events, "events").merged(log),
        row<&Concern::created>("created").usual_on(&first_event<Concern>).merged(MergeRule::created),
        row<&Concern::kind>("kind", "Kind").usually(ConcernKind::concern).merged(value),
        unknown_members<&Concern::extra>(),
    };
    static constexpr auto table = table_for<Concern>(members, IdKind::concern);
    return table;
}

}
