#include "core/team/team_state.hpp"

#include <algorithm>
#include <utility>

// What became of what was asked of the bucket.
namespace middleground::team {

Entry* TeamState::with_order(std::uint64_t order) {
    for (auto& [id, entry] : entries) {
        if (entry.sent && entry.sent->order == order) return &entry;
    }
    return nullptr;
}

void TeamState::commit(Entry& entry, const Sent& given, std::uint64_t revision) {
    const auto sent = given; // may lie in what is emptied below
    const bool was_refused = entry.kept.state == Sync::refused;
    entry.kept.head = sent.head;
    entry.kept.hash = sent.hash;
    entry.kept.base = sent.packed;
    entry.kept.revision = revision;
    entry.kept.replaced_had_more = false;
    entry.sent.reset();
    entry.unsettled.clear();
    entry.again.reset();
    entry.branch.reset();
    entry.problem.reset();
    entry.is_blocked = false;
    entry.is_confirmed = true;
    entry.refusals = 0;
    entry.not_before_ms = 0;
    if (entry.kept.new_owner == sent.head.owner) entry.kept.new_owner.clear();
    if (sent.is_again && !was_refused) {
        tell("The team's server had lost the newest copy of a deal that is shared. It was put there again from here.", true);
    }
    save(entry);
    if (sent.farewell != Farewell::none) {
        entry.kept.farewell = Farewell::none;
        entry.kept.changes.clear();
        entry.is_dirty = false;
        return set_state(entry, Sync::gone);
    }
    set_state(entry, entry.is_dirty ? Sync::sending : Sync::sent);
}

void TeamState::stored(const Stored& answer, const Now&) {
    if (answer.order == own_order) {
        own_revision = answer.revision;
        own_order = 0;
        return;
    }
    if (answer.order == check_order) {
        has_check = true;
        check_order = 0;
        return;
    }
    if (sweeping.erase(answer.order) > 0) return; // its Value says the rest
    auto* entry = with_order(answer.order);
    if (!entry) return; // repeated, or late: the Value says it
    const auto sent = *std::exchange(entry->sent, {});
    commit(*entry, sent, answer.revision);
}

void TeamState::get(Entry& entry, std::int64_t now_ms) {
    entry.asked_for_ms = now_ms;
    orders.push_back(Get{new_order(), entry.kept.key});
}

void TeamState::stale(std::uint64_t order, std::int64_t now_ms) {
    sweeping.erase(order);
    if (order == own_order) {
        own_order = 0;
        orders.push_back(Get{new_order(), sealer.key_of_member(membership.me)});
        return;
    }
    if (order == check_order) {
        check_order = 0;
        has_check = true;
        orders.push_back(Get{new_order(), std::string(check_key)});
        return;
    }
    auto* entry = with_order(order);
    if (!entry) return;
    entry->sent.reset();
    entry->again.reset();
    entry->is_dirty = entry->is_dirty || entry->kept.state != Sync::gone;
    get(*entry, now_ms);
}

void TeamState::refused(const Refused& answer, const Now& now) {
    sweeping.erase(answer.order);
    if (answer.order == own_order || answer.order == check_order) {
        if (answer.order == own_order) known.erase(membership.me);
        (answer.order == own_order ? own_order : check_order) = 0;
        own_not_before_ms = now.ms + longest_pause_ms;
        return tell("The team's server took nothing: " + answer.error.message(), true);
    }
    auto* entry = with_order(answer.order);
    if (!entry) return;
    if (entry->sent->is_again) entry->again = entry->server_revision;
    entry->sent.reset();
    entry->is_dirty = entry->is_dirty || entry->kept.state != Sync::gone;
    entry->not_before_ms = now.ms + std::min(longest_pause_ms, first_pause_ms << std::min(entry->refusals, 10));
    ++entry->refusals;
    Error error{"The team's server did not take " + title_of(entry, now) + ": " + answer.error.what, answer.error.where, answer.error.remedy};
    if (error.remedy.empty()) error.remedy = "It is kept here and sent again later.";
    if (entry->refusals == 1) tell(error.message(), true);
    entry->problem = std::move(error);
    set_state(*entry, Sync::refused);
}

void TeamState::up() {
    if (is_over) return;
    connected = true;
    caught_up = false;
    problem.reset();
    waiting.clear();
    orders.clear();
    known.clear();
    own_order = check_order = 0;
    sweeping.clear();
    has_check = false;
    for (auto& [id, entry] : entries) {
        entry.is_confirmed = false;
        entry.server_revision = 0;
        entry.asked_for_ms = -1;
        entry.again.reset();
    }
}

void TeamState::down(const Down& why) {
    connected = caught_up = false;
    orders.clear();
    places.clear();
    list_members(latest_ms);
    if (is_over) return;
    problem = why.why;
    if (why.for_good) tell(why.why.message(), true);
}

}
