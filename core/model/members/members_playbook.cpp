#include "core/model/members/members.hpp"

namespace middleground {

using namespace rows;

namespace {

const MemberTable& days() {
    static constexpr Member members[]{
        row<&PlaybookStep::days_min>("min").usually(0),
        row<&PlaybookStep::days_mode>("mode").usually(0),
        row<&PlaybookStep::days_max>("max").usually(0),
    };
    static constexpr MemberTable table{members};
    return table;
}

const MemberTable& odds() {
    static constexpr Member members[]{
        row<&PlaybookStep::odds_a>("a"),
        row<&PlaybookStep::odds_b>("b"),
    };
    static constexpr MemberTable table{members};
    return table;
}

constexpr int in_groups = 5 - 2; // members less the rows of their groups

}

template <>
const MemberTable& members_of<PlaybookStep>() {
    static constexpr Member members[]{
        row<&PlaybookStep::id>("id").is_needed(),
        row<&PlaybookStep::title>("title").is_needed(),
        row<&PlaybookStep::buyer_title>("buyer_title"),
        row<&PlaybookStep::what>("what"),
        row<&PlaybookStep::why>("why"),
        row<&PlaybookStep::done_when>("done_when"),
        row<&PlaybookStep::functions>("functions"),
        row<&PlaybookStep::roles>("roles"),
        row<&PlaybookStep::value_ideas>("value_ideas"),
        row<&PlaybookStep::ask>("ask"),
        row<&PlaybookStep::prerequisites>("prerequisites"),
        group<&days>("days"),
        group<&odds>("odds"),
        row<&PlaybookStep::origin>("origin"),
        row<&PlaybookStep::decides>("decides"),
    };
    static constexpr auto table = table_for<PlaybookStep, -in_groups>(members);
    return table;
}

template <>
const MemberTable& members_of<BaseRate>() {
    static constexpr Member members[]{
        row<&BaseRate::log_odds>("log_odds"),
        row<&BaseRate::origin>("origin"),
    };
    static constexpr auto table = table_for<BaseRate>(members);
    return table;
}

template <>
const MemberTable& members_of<Playbook>() {
    static constexpr Member members[]{
        row<&Playbook::id>("id").is_needed(),
        row<&Playbook::title>("title"),
        row<&Playbook::what>("what"),
        row<&Playbook::origin>("origin"),
        row<&Playbook::process>("process").usually(Process::seller_led),
        row<&Playbook::expected_group_size>("expected_group_size").usually(7),
        row<&Playbook::cadence_days>("cadence_days").usually(14),
        row<&Playbook::steps>("steps"),
        row<&Playbook::base>("base"),
        row<&Playbook::edition>("edition").usually(0),
    };
    static constexpr auto table = table_for<Playbook>(members);
    return table;
}

}
