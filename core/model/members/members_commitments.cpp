#include "core/model/members/members.hpp"
#include "core/model/members/usual_days.hpp"

namespace middleground {

using namespace rows;
using enum MergeRule;
using L = Limits;

template <>
const MemberTable& members_of<Value>() {
    static constexpr Member members[]{
        row<&Value::to>("to"),
        row<&Value::what>("what").at_most(L::long_text, "value").buyer(),
        row<&Value::outcome>("outcome").at_most(L::long_text, "outcome of the value"),
    };
    static constexpr auto table = table_for<Value>(members);
    return table;
}

template <>
const MemberTable& members_of<CommitmentEvent>() {
    static constexpr Member members[]{
        row<&CommitmentEvent::kind>("kind").buyer(),
        row<&CommitmentEvent::on>("on").buyer(),
        row<&CommitmentEvent::who>("who"),
        row<&CommitmentEvent::interaction>("interaction"),
        row<&CommitmentEvent::why>("why").at_most(L::long_text, "reason"),
        row<&CommitmentEvent::due>("due").buyer(),
        row<&CommitmentEvent::by>("by").usually(Asker::us),
        row<&CommitmentEvent::not_before>("not_before"),
    };
    static constexpr auto table = table_for<CommitmentEvent>(members);
    return table;
}

template <>
const MemberTable& members_of<Commitment>() {
    static constexpr Member members[]{
        row<&Commitment::id>("id").own().buyer(),
        row<&Commitment::step>("step", "Step of the playbook").at_most(L::short_text, "step").merged(value).buyer(),
        row<&Commitment::title>("title", "Title").at_most(L::short_text).merged(value).buyer(),
        row<&Commitment::ask>("ask", "How to ask for it").at_most(L::long_text, "ask").merged(value),
        row<&Commitment::done_when>("done_when", "Done when").at_most(L::long_text, "sign that it is done").merged(value).buyer(),
        row<&Commitment::decides>("decides"),
        row<&Commitment::value_offered>("value_offered", "What they get for it").at_most(L::events, "value offered").merged(set).buyer(),
        row<&Commitment::prerequisites>("prerequisites", "Waits for").merged(set).buyer(),
        row<&Commitment::buyer_owner>("buyer_owner", "Owner on their side").merged(value).buyer(),
        row<&Commitment::people>("people", "Who has to agree").merged(set),
        row<&Commitment::evidence>("evidence", "How we know it was kept").at_most(L::long_text, "evidence").merged(value),
        row<&Commitment::events>("events", "What happened").at_most(L::events, "events").merged(log).buyer(),
        row<&Commitment::created>("created").usual_on(&day_opened).merged(MergeRule::created),
        unknown_members<&Commitment::extra>(),
    };
    static constexpr auto table = table_for<Commitment>(members, IdKind::commitment);
    return table;
}

}
