#include "core/team/team_state.hpp"

#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

// What becomes of a value that is in order.
namespace middleground::team {

namespace {

// What was seen last is now behind this one; what is on its way from here came before it, or never will.
void settle(Entry& entry, const Head& head) {
    auto ours = std::exchange(entry.unsettled, {});
    if (entry.sent) ours.push_back(*std::exchange(entry.sent, {}));
    const auto is_in_trail = [&](const Sent& one) { return std::ranges::find(head.trail, one.hash) != head.trail.end(); };
    for (auto& one : ours) {
        if (!is_in_trail(one)) continue;
        if (one.farewell == Farewell::none && !one.packed.empty()) entry.kept.base = std::move(one.packed);
    }
}

}

std::string TeamState::title_of(const Entry* entry, const Now& now) const {
    return quoted_title(entry ? now.local(entry->kept.deal) : nullptr);
}

std::optional<Deal> TeamState::base_of(const Entry& entry, Date today) const {
    if (entry.kept.base.empty()) return {};
    const auto text = unpacked_deal(entry.kept.base);
    if (!text) return {};
    auto deal = io::read_deal(*text, today);
    if (!deal) return {};
    return std::move(*deal);
}

void TeamState::adopt(Entry& entry, const Theirs& theirs) {
    entry.kept.head = theirs.head;
    entry.kept.hash = theirs.hash;
    entry.kept.base = theirs.text.empty() ? std::string() : packed_deal(theirs.text);
    entry.kept.revision = theirs.revision;
    if (entry.kept.new_owner == theirs.head.owner) entry.kept.new_owner.clear();
    entry.asked.clear();
    entry.held.reset();
    entry.branch.reset();
    entry.again.reset();
    entry.problem.reset();
    entry.is_blocked = false;
    entry.is_confirmed = true;
    entry.refusals = 0;
    entry.kept.replaced.clear();
    entry.kept.replaced_had_more = false;
    save(entry);
}

void TeamState::note_changes(Entry& entry, const Theirs& theirs, const std::vector<MergeChange>& changes) {
    auto& list = entry.kept.changes;
    for (const auto& change : changes) {
        list.push_back({theirs.head.by_name, theirs.head.on, change});
    }
    if (list.size() > most_seen_changes) list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(most_seen_changes));
}

void TeamState::accept(Entry& entry, const Theirs& theirs, Deal deal, const Deal* mine, const Now& now) {
    const auto newest = newest_of(entry);
    const bool was_gone = entry.kept.state == Sync::gone;
    settle(entry, theirs.head);
    if (was_gone) {
        entry.kept.base.clear();
        entry.was_here = false;
    }
    if (!mine) {
        if (entry.was_here) entry.kept.removed_here = true;
        adopt(entry, theirs);
        entry.is_dirty = false;
        set_state(entry, Sync::sent);
        entry.is_adding = !entry.kept.removed_here;
        if (entry.is_adding) effects.push_back(Add{std::move(deal), theirs.head.by_name});
        return;
    }
    entry.was_here = true;
    entry.kept.removed_here = false;
    const bool had_question = !entry.asked.empty();
    const auto mine_text = shared_text(*mine);
    const auto end_question = [&] {
        if (had_question) effects.push_back(Replace{*mine, theirs.head.by_name, {}});
    };
    // What this place itself had put there, without ever hearing of it: it was made of what was here then.
    const bool is_ours = theirs.head.place == place && !had_question && theirs.head.number == newest.head.number + 1 && !was_gone;
    if (mine_text == theirs.text || is_ours) {
        adopt(entry, theirs);
        entry.is_dirty = mine_text != theirs.text || !entry.kept.new_owner.empty();
        set_state(entry, entry.is_dirty ? Sync::sending : Sync::sent);
        return end_question();
    }
    auto base = base_of(entry, now.today);
    if (base) *base = as_mine(std::move(*base), *mine);
    const auto as_here = as_mine(deal, *mine);
    const MergeInput input{base ? &*base : nullptr, *mine, as_here, now.today};
    const bool is_untouched = base && shared_text(*base) == mine_text;
    auto difference = merge(input);
    if (!is_untouched && !difference.conflicts.empty()) return ask(entry, theirs, deal, base);
    auto result = is_untouched ? Result<Deal>(as_here) : merged(input, {}, now.today + 1);
    if (!result) return ask(entry, theirs, deal, base);
    const auto text = shared_text(*result);
    note_changes(entry, theirs, difference.changes);
    adopt(entry, theirs);
    entry.is_dirty = text != theirs.text || !entry.kept.new_owner.empty();
    if (entry.is_dirty) entry.hurry(now.ms);
    set_state(entry, entry.is_dirty ? Sync::sending : Sync::sent);
    if (text == mine_text) return end_question();
    entry.kept.replaced = name_of_bytes(mine_text);
    entry.kept.replaced_had_more = entry.is_dirty;
    effects.push_back(Replace{std::move(*result), theirs.head.by_name, std::move(difference.changes)});
}

void TeamState::ask(Entry& entry, const Theirs& theirs, const Deal& deal, const std::optional<Deal>& base) {
    constexpr std::size_t most_asked = 8; // of one question; the answer may be to any of the last
    if (entry.asked.size() >= most_asked) entry.asked.erase(entry.asked.begin());
    entry.asked.push_back(theirs);
    entry.is_confirmed = true;
    entry.held.reset();
    entry.branch.reset();
    entry.problem.reset();
    entry.again.reset();
    entry.is_dirty = true;
    set_state(entry, Sync::in_conflict);
    effects.push_back(Ask{entry.kept.deal, theirs.head.number, deal, base, theirs.head.by_name});
}

void TeamState::accept_gone(Entry& entry, const Theirs& theirs, Farewell why) {
    const bool was_shared = entry.kept.head.number > 0 && entry.kept.state != Sync::gone;
    const bool is_being_shared = entry.kept.head.number == 0 && entry.is_dirty; // shared here while it was taken back there
    settle(entry, theirs.head);
    adopt(entry, theirs);
    entry.kept.farewell = Farewell::none;
    entry.kept.new_owner.clear();
    entry.kept.changes.clear();
    if (is_being_shared) {
        entry.kept.head.owner = membership.me;
        return set_state(entry, Sync::sending);
    }
    entry.is_dirty = false;
    entry.is_unverified = false;
    set_state(entry, Sync::gone);
    if (was_shared) effects.push_back(Gone{entry.kept.deal, theirs.head.by_name, why});
}

}
