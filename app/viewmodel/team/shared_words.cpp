#include "app/session/team/team_session.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string here_words(const team::Team& machine, const DealId& id) {
    std::vector<std::string> names;
    for (const auto& member : machine.members()) {
        if (member.is_here && member.has_open == id && member.id != machine.membership().me) names.push_back(member.name);
    }
    if (names.empty() || !machine.is_connected()) return {};
    constexpr std::size_t most_named = 2;
    const auto count = names.size();
    if (count > most_named + 1) {
        names.resize(most_named);
        names.push_back(std::to_string(count - most_named) + " others");
    }
    return joined(names) + (count == 1 ? " has it open" : " have it open");
}

std::string changed_words(const team::Team& machine, const DealId& id) {
    const auto changes = machine.since_looked(id);
    if (changes.empty()) return {};
    std::vector<std::string> names;
    for (const auto& change : changes) {
        if (std::ranges::find(names, change.by) == names.end()) names.push_back(change.by);
    }
    const auto who = names.size() > 2 ? capitalised(number_word(static_cast<int>(names.size()))) + " colleagues" : joined(names);
    const auto count = static_cast<int>(changes.size());
    const bool more = changes.size() >= team::most_seen_changes;
    return who + " changed " + (more ? "more than " + std::to_string(count - 1) + " things" : counted(count, "thing", "things"));
}

}

SharedWords shared_words(const Document& document, const DealId& id) {
    SharedWords words;
    if (!is_in_team(document)) return words;
    const auto& machine = document.team->team;
    const auto* shared = machine.shared(id);
    const auto state = machine.state_of(id);
    if (!shared || state == team::Sync::local || state == team::Sync::gone) return words;
    words.shared = true;
    words.mine = machine.is_owner(id);
    words.owner = name_of_member(*document.team, shared->head.owner);
    words.whose = words.mine ? "You own it" : words.owner + " owns it";
    const auto members = machine.members();
    const bool owner_left = knows_members(*document.team) && !shared->head.owner.empty() && std::ranges::find(members, shared->head.owner, &team::Member::id) == members.end();
    words.may_hand_over = words.mine || owner_left;
    if (!words.mine && owner_left) words.whose = "Its owner has left the team";
    words.here = here_words(machine, id);
    words.changed = changed_words(machine, id);
    const auto* problem = machine.problem_of(id);
    switch (state) {
    case team::Sync::sending:
        words.state = machine.is_connected() ? "Being sent" : "Not sent yet";
        break;
    case team::Sync::in_conflict:
        words.state = "Waits for your choice";
        words.may_compare = true;
        break;
    case team::Sync::behind:
    case team::Sync::refused:
        words.state = problem ? problem->message() : std::string(state == team::Sync::behind ? "Colleagues have a newer one" : "Not taken");
        words.is_problem = true;
        break;
    case team::Sync::local:
    case team::Sync::sent:
    case team::Sync::gone:
        break;
    }
    if (words.state.empty() || state == team::Sync::sending) {
        if (shared->farewell != team::Farewell::none) words.state = machine.is_connected() ? "Being taken back" : "Is taken back once there is a connection";
        if (!shared->new_owner.empty()) words.state = "Is being handed over to " + machine.name_of(shared->new_owner);
    }
    return words;
}

}
