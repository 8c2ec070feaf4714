#include "app/viewmodel/team/team_words.hpp"

#include "app/session/team/team_session.hpp"
#include "app/viewmodel/merge/merge_words.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"

#include <algorithm>

namespace middleground {

namespace {

const team::Team& machine_of(const Document& document) {
    return document.team->team;
}

std::string deal_words(const Document& document, const DealId& id) {
    const auto* entry = find_entry(document, id);
    if (!entry) return {};
    return entry->deal.title.empty() ? entry->deal.account : entry->deal.title;
}

}

bool is_in_team(const Document& document) {
    return document.team && !document.team->joining;
}

std::string team_name(const Document& document) {
    return is_in_team(document) ? machine_of(document).membership().server.name : std::string();
}

std::string team_saved_words(const Document& document) {
    if (!is_in_team(document) || document.team->elsewhere) return {};
    const auto count = machine_of(document).to_send();
    if (count == 0) return {};
    return (machine_of(document).is_connected() ? "Saved here, " : "Offline, ") + std::to_string(count) + " to send";
}

TeamState team_state(const Document& document) {
    if (!is_in_team(document)) return {};
    if (document.team->elsewhere) {
        return {"Connected in " + document.elsewhere, "What happens there comes here, too. This one takes over when that is closed.", false};
    }
    const auto& machine = machine_of(document);
    const auto waiting = machine.to_send();
    if (const auto* problem = machine.problem()) {
        auto more = problem->remedy;
        if (waiting > 0) more += (more.empty() ? "" : " ") + counted(waiting, "deal waits", "deals wait") + " to be sent; nothing is lost.";
        return {problem->what + (problem->where.empty() ? "" : " (" + problem->where + ")"), std::move(more), true};
    }
    if (!machine.is_connected()) return {"Connecting", waiting > 0 ? counted(waiting, "deal waits", "deals wait") + " to be sent." : std::string(), false};
    if (!machine.is_caught_up()) return {"Connected, catching up", {}, false};
    return {"Connected", waiting > 0 ? counted(waiting, "deal is", "deals are") + " being sent." : "Colleagues have everything that you share.", false};
}

std::vector<TeamMember> team_members(const Document& document) {
    std::vector<TeamMember> members;
    if (!is_in_team(document)) return members;
    const auto& machine = machine_of(document);
    const bool knows = knows_members(*document.team);
    for (const auto& member : machine.members()) {
        TeamMember row{member.id, member.name, {}, member.id == machine.membership().me, member.is_here};
        if (row.is_me) {
            row.words = "you";
        } else if (!knows) {
            row.is_here = false;
        } else if (row.is_here) {
            const auto open = member.has_open ? deal_words(document, *member.has_open) : std::string();
            row.words = open.empty() ? "here" : "here, in " + open;
        } else {
            row.words = "not here now";
        }
        members.push_back(std::move(row));
    }
    // Without a connection, those who were known last.
    for (const auto& [id, name] : document.team->names) {
        if (knows_members(*document.team) || std::ranges::find(members, id, &TeamMember::id) != members.end()) continue;
        members.push_back({id, name, {}, id == machine.membership().me, false});
    }
    if (std::ranges::none_of(members, &TeamMember::is_me)) {
        members.push_back({machine.membership().me, machine.membership().name, "you", true, true});
    }
    for (auto& member : members) {
        if (member.is_me) member.words = "you";
    }
    const auto order = [](const TeamMember& member) { return std::pair(member.is_me ? 0 : member.is_here ? 1 : 2, sort_key(member.name)); };
    sort_list(members, {}, order);
    return members;
}

std::vector<SeenLine> seen_lines(const Document& document, const DealId& id, Date today) {
    std::vector<SeenLine> lines;
    if (!is_in_team(document)) return lines;
    std::string last;
    for (const auto& change : machine_of(document).since_looked(id)) {
        auto by = change.by + ", " + short_date(change.on, today);
        lines.push_back({by == last ? std::string() : by, change.change.name, change_words(change.change)});
        last = std::move(by);
    }
    return lines;
}

std::vector<TeamBand> team_bands(const Document& document) {
    std::vector<TeamBand> bands;
    if (!is_in_team(document)) return bands;
    for (const auto& [id, conflict] : document.team->conflicts) {
        const auto* entry = find_entry(document, id);
        // On the page that compares it stands already.
        if (!entry || screen_of(document) == Screen::merge) continue;
        bands.push_back({conflict.by + " changed " + deal_words(document, id) + ", too",
                         "Both changed the same thing. Until you choose what stays, yours stays as it is here, and colleagues keep theirs.", "Compare and choose", id, true});
    }
    if (document.team->refused) {
        const auto& why = *document.team->refused;
        bands.push_back({"Not saved: " + why.what, "What was last heard of the team is only in this window. Your deals are not touched. " + why.remedy, {}, {}, false});
    }
    const auto* problem = machine_of(document).problem();
    // What passes by itself, like having no network, is said in the rail.
    if (problem && machine_of(document).is_connected() && screen_of(document) != Screen::settings) {
        bands.push_back({problem->what, problem->remedy, "Team settings", {}, false});
    }
    return bands;
}

DealOwner owner_of(const Document& document, const DealId& id) {
    if (!is_in_team(document)) return {};
    const auto& machine = machine_of(document);
    const auto state = machine.state_of(id);
    const auto* shared = machine.shared(id);
    if (!shared || state == team::Sync::local || state == team::Sync::gone) return {std::string(not_shared), "Not shared"};
    if (machine.is_owner(id)) return {machine.membership().me, "You"};
    return {shared->head.owner, name_of_member(*document.team, shared->head.owner)};
}

[[gnu::noinline]] std::vector<CountedOwner> owners_of(const Document& document) {
    std::vector<CountedOwner> owners;
    if (!is_in_team(document)) return owners;
    for (const auto& entry : document.entries) {
        if (entry.archived) continue;
        auto owner = owner_of(document, entry.deal.id);
        const auto found = std::ranges::find(owners, owner.id, [](const CountedOwner& one) { return one.owner.id; });
        if (found == owners.end()) {
            owners.push_back({std::move(owner), 1});
        } else {
            ++found->deals;
        }
    }
    const auto& me = machine_of(document).membership().me;
    const auto order = [&](const CountedOwner& one) { return std::pair(one.owner.id == me ? 0 : one.owner.id == not_shared ? 2 : 1, sort_key(one.owner.name)); };
    sort_list(owners, {}, order);
    return owners;
}

std::uint64_t sharing_mark(const Document& document) {
    return is_in_team(document) ? document.team->revision : 0;
}

}
