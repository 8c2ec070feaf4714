#include "core/team/team_state.hpp"

#include "core/base/sort_list.hpp"

#include <algorithm>
#include <utility>

// Who belongs to the team, and who is here.
namespace middleground::team {

void TeamState::take_member(const Value& value) {
    const bool is_own = value.key == sealer.key_of_member(membership.me);
    if (is_own) own_revision = std::max(own_revision, value.revision);
    if (value.removed) {
        std::erase_if(known, [&](const auto& one) { return sealer.key_of_member(one.first) == value.key && one.second.revision <= value.revision; });
        return list_members(latest_ms);
    }
    const auto json = sealer.opened(value.key, value.bytes);
    const auto member = json ? read_member_value(*json) : Result<MemberValue>(std::unexpected(json.error()));
    if (!member || sealer.key_of_member(member->id) != value.key) return; // no deal hangs on a name
    auto& there = known[member->id];
    if (value.revision < there.revision) return;
    there = {member->name, value.revision};
    list_members(latest_ms);
}

void TeamState::heard(const std::string& bytes, std::int64_t now_ms) {
    const auto json = sealer.opened_saying(bytes);
    const auto saying = json ? read_saying(*json) : std::nullopt;
    if (!saying || saying->place == run) return;
    auto found = places.find(saying->place);
    if (found != places.end() && saying->number <= found->second.number) return;
    if (!saying->is_here) {
        if (found != places.end()) places.erase(found);
        return list_members(now_ms);
    }
    if (found == places.end()) should_say = true; // who has just come does not know us
    places[saying->place] = {saying->member, saying->name, saying->has_open, saying->number, now_ms};
    list_members(now_ms);
}

void TeamState::say(bool is_here, std::int64_t now_ms) {
    const auto nonce = new_nonce();
    if (!nonce) return;
    const Saying saying{membership.me, membership.name, run, ++saying_number, is_here, is_here ? has_open : DealId{}};
    orders.push_back(Say{sealer.sealed_saying(write_saying(saying), *nonce)});
    said_ms = now_ms;
    should_say = false;
}

void TeamState::tick_here(std::int64_t now_ms) {
    const auto gone = std::erase_if(places, [&](const auto& one) { return now_ms - one.second.heard_ms > away_ms; });
    if (gone > 0) list_members(now_ms);
    const auto own = known.find(membership.me);
    if (own_order == 0 && now_ms >= own_not_before_ms && (own == known.end() || own->second.name != membership.name)) {
        if (const auto nonce = new_nonce()) {
            const auto key = sealer.key_of_member(membership.me);
            const auto bytes = sealer.sealed(key, write_member_value({membership.me, membership.name}), *nonce);
            own_order = new_order();
            orders.push_back(Put{own_order, key, *bytes, own_revision});
            known[membership.me] = {membership.name, own_revision};
            list_members(now_ms);
        }
    }
    if (now_ms - said_ms >= (should_say ? between_said_ms : presence_ms)) say(true, now_ms);
}

void TeamState::list_members(std::int64_t now_ms) {
    members.clear();
    for (const auto& [id, one] : known) {
        members.push_back({id, one.name, id == membership.me && connected, {}});
    }
    if (!known.contains(membership.me)) members.push_back({membership.me, membership.name, connected, {}});
    for (const auto& [id, one] : places) {
        if (now_ms - one.heard_ms > away_ms) continue;
        auto found = std::ranges::find(members, one.member, &Member::id);
        if (found == members.end()) found = members.insert(members.end(), {one.member, one.name, true, {}});
        found->is_here = true;
        if (!one.has_open.empty()) found->has_open = one.has_open;
    }
    sort_list(members, [](const Member& a, const Member& b) { return std::pair(a.name, a.id) < std::pair(b.name, b.id); });
}

bool TeamState::is_member(const std::string& id) const {
    return id == membership.me || known.contains(id);
}

std::string TeamState::name_of(const std::string& id) const {
    if (id == membership.me) return membership.name;
    const auto found = known.find(id);
    if (found != known.end()) return found->second.name;
    for (const auto& [deal, entry] : entries) {
        if (entry.kept.head.by == id) return entry.kept.head.by_name;
    }
    return "somebody who left";
}

}
