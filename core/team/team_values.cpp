#include "core/team/team_state.hpp"

#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

// What comes from the bucket: whether it is the team's, in order, and can be read.
namespace middleground::team {

namespace {

// Within the reach of its trail a later value names every earlier one; beyond it nothing can be said.
bool continues(const Head& later, const Theirs& seen) {
    if (seen.head.number == 0) return true;
    if (later.number <= seen.head.number) return false;
    if (later.number - seen.head.number > trail_length) return true;
    return std::ranges::find(later.trail, seen.hash) != later.trail.end();
}

bool is_told(Entry& entry, const Value& value) {
    auto hash = name_of_bytes(value.bytes);
    if (entry.told == hash) return true;
    entry.told = std::move(hash);
    return false;
}

}

void TeamState::take(const Value& value, const Now& now) {
    if (value.key == check_key) {
        if (!take_check(value)) return;
        auto queued = std::exchange(waiting, {});
        for (const auto& one : queued) {
            take(one, now);
        }
        return;
    }
    if (!trusted) {
        waiting.push_back(value);
        return;
    }
    if (value.key.starts_with(member_key_prefix)) return take_member(value);
    if (value.key.starts_with(deal_key_prefix)) take_deal(value, now);
}

// Whether it is known from now on that the key is the team's.
bool TeamState::take_check(const Value& value) {
    if (value.removed) return false;
    has_check = true;
    if (sealer.opened(check_key, value.bytes)) {
        trusted = true;
        return true;
    }
    close({"The passphrase or invitation is not that of the team \"" + membership.server.name + "\"", {},
           "Nothing was sent or changed. Ask a colleague for an invitation, and join again."});
    return false;
}

void TeamState::take_deal(const Value& value, const Now& now) {
    auto* entry = by_key(value.key);
    if (entry) entry->asked_for_ms = -1;
    if (value.removed) {
        if (entry) take_removed(*entry, value);
        return;
    }
    const auto hash = name_of_bytes(value.bytes);
    if (entry) {
        const auto newest = newest_of(*entry);
        if (hash == newest.hash) { // nothing new
            entry->is_confirmed = true;
            entry->again.reset();
            auto& revision = entry->asked.empty() ? entry->kept.revision : entry->asked.back().revision;
            revision = std::max(revision, value.revision);
            entry->branch.reset();
            entry->is_blocked = false;
            if (entry->kept.state == Sync::refused && !entry->sent && !entry->is_too_large) {
                entry->problem.reset();
                set_state(*entry, entry->asked.empty() ? Sync::sending : Sync::in_conflict);
                entry->is_dirty = true;
            }
            return;
        }
        if (entry->sent && entry->sent->hash == hash) { // ours, before or instead of its answer
            entry->is_confirmed = true;
            const auto sent = *std::exchange(entry->sent, {});
            return commit(*entry, sent, value.revision);
        }
        const auto late = std::ranges::find(entry->unsettled, hash, &Sent::hash);
        if (late != entry->unsettled.end() && late->head.number == newest.head.number + 1) {
            entry->is_confirmed = true;
            const auto sent = *late;
            return commit(*entry, sent, value.revision);
        }
        if (value.revision < newest.revision) { // late or repeated on its way; at the start it is what is there
            entry->server_revision = std::max(entry->server_revision, value.revision);
            return;
        }
    }
    const auto json = sealer.opened(value.key, value.bytes);
    if (!json) return refuse(entry, value, json.error(), now);
    auto opened = read_deal_value(*json);
    if (!opened) return refuse(entry, value, opened.error(), now);
    if (sealer.key_of_deal(opened->deal) != value.key) return refuse(entry, value, {"It belongs to another deal", {}, {}}, now);
    opened->head.nonce = nonce_words_in(value.bytes);
    if (entry) {
        const auto newest = newest_of(*entry);
        if (opened->head.number < newest.head.number) return refuse_older(*entry, value, now);
        if (!continues(opened->head, newest)) return refuse_branch(*entry, value, std::move(*opened), now);
    }
    const Theirs theirs{opened->head, hash, std::move(opened->text), value.revision};
    if (opened->farewell != Farewell::none) return accept_gone(entry ? *entry : entry_for(opened->deal), theirs, opened->farewell);
    auto deal = io::read_deal(theirs.text, now.today);
    if (!deal && opened->head.on > now.today && io::read_deal(theirs.text, opened->head.on)) {
        // Nobody's entries are moved to another day; this is taken when the day has come here, too.
        auto& there = entry ? *entry : entry_for(opened->deal);
        there.held = value;
        there.held_on = now.today;
        there.is_confirmed = true;
        there.problem = Error{"What " + opened->head.by_name + " changed in " + title_of(&there, now) + " has days that are yet to come here", {},
                              "Set the clock of this computer or of theirs right: one says " + now.today.iso() + ", the other " +
                                  opened->head.on.iso() + "."};
        if (!is_told(there, value)) tell(there.problem->message(), true);
        return set_state(there, Sync::behind);
    }
    if (!deal) return refuse(entry, value, deal.error(), now);
    if (deal->id != opened->deal) return refuse(entry, value, {"It belongs to another deal", {}, {}}, now);
    auto& there = entry ? *entry : entry_for(opened->deal);
    accept(there, theirs, std::move(*deal), now.local(there.kept.deal), now);
}

// It cannot be read: ours stays.
void TeamState::refuse(Entry* entry, const Value& value, const Error& why, const Now& now) {
    Error error{"What the team's server has of " + title_of(entry, now) + " was refused", why.what + (why.where.empty() ? "" : ", " + why.where),
                entry ? "The copy that is here stays as it is." : "A colleague who has the deal can share it again."};
    if (!why.remedy.empty()) error.remedy = why.remedy;
    if (!entry) return tell(error.message(), true);
    entry->is_confirmed = true;
    entry->held.reset();
    entry->server_revision = value.revision;
    if (!is_told(*entry, value)) tell(error.message(), true);
    entry->problem = std::move(error);
    set_state(*entry, Sync::refused);
    // If it is the very value that was seen here last, it is put there again; of a later one somebody else has the copy.
    const bool is_ours = entry->kept.head.number > 0 && entry->asked.empty() && value.revision == entry->kept.revision;
    if (is_ours) {
        entry->again = value.revision;
    } else {
        entry->is_blocked = true;
    }
}

void TeamState::refuse_older(Entry& entry, const Value& value, const Now& now) {
    entry.is_confirmed = true;
    entry.server_revision = value.revision;
    const auto newest = newest_of(entry);
    if (value.revision > newest.revision) {
        entry.problem = Error{"The team's server brought an older copy of " + title_of(&entry, now) + " than it had, which was refused", {},
                              "The newer one is put there again from here."};
        if (!is_told(entry, value)) tell(entry.problem->message(), true);
        set_state(entry, Sync::refused);
    }
    if (entry.asked.empty()) entry.again = value.revision;
}

void TeamState::refuse_branch(Entry& entry, const Value& value, DealValue&& opened, const Now& now) {
    entry.is_confirmed = true;
    entry.server_revision = value.revision;
    entry.is_blocked = true;
    const bool same_number = opened.head.number == newest_of(entry).head.number;
    entry.problem = Error{"What the team's server has of " + title_of(&entry, now) + ", by " + opened.head.by_name + ", was refused: " +
                              (same_number ? "there are two copies of one number" : "it does not follow from what was seen last"),
                          {}, "The server lost something, or somebody tampers with it. Compare both and choose."};
    if (opened.farewell == Farewell::none) entry.branch = Theirs{opened.head, name_of_bytes(value.bytes), std::move(opened.text), value.revision};
    if (!is_told(entry, value)) tell(entry.problem->message(), true);
    set_state(entry, Sync::refused);
}

void TeamState::take_removed(Entry& entry, const Value& value) {
    entry.is_confirmed = true;
    entry.server_revision = value.revision;
    if (entry.kept.state == Sync::gone && entry.kept.farewell == Farewell::none) return forget(DealId{entry.kept.deal});
    if (entry.kept.head.number == 0) {
        entry.kept.revision = value.revision; // what was removed counts as seen
        return;
    }
    if (value.revision != 0 && value.revision < entry.kept.revision) return;
    entry.again = value.revision;
}

void TeamState::caught_up_with(const Now& now) {
    if (is_over) return;
    if (!trusted) {
        // Nobody made the check yet, or it was lost: what is there tells whether the key is right.
        const auto opens = [&](const Value& value) { return !value.removed && sealer.opened(value.key, value.bytes).has_value(); };
        const auto is_there = [](const Value& value) { return !value.removed; };
        if (std::ranges::any_of(waiting, is_there) && std::ranges::none_of(waiting, opens)) {
            take_check({std::string(check_key), {}, 0, false});
            return;
        }
        trusted = true;
        auto queued = std::exchange(waiting, {});
        for (const auto& one : queued) {
            take(one, now);
        }
    }
    caught_up = true;
    const bool was_long_away = caught_up_on && now.today - *caught_up_on > tombstone_days;
    over.clear();
    for (auto& [id, entry] : entries) {
        for (auto& one : entry.unsettled) one.at_ms = now.ms;
        if (entry.sent) { // it is not there: if it comes after all, its hash is known
            entry.unsettled.push_back(*std::exchange(entry.sent, {}));
            entry.is_dirty = true;
        }
        if (entry.is_confirmed || entry.kept.head.number == 0 || entry.again) continue;
        if (entry.kept.state == Sync::gone) {
            if (now.today - entry.kept.head.on > tombstone_days) over.push_back(entry.kept.deal);
            continue;
        }
        if (was_long_away && entry.server_revision == 0) {
            // Its tombstone may have been cleared meanwhile.
            effects.push_back(Gone{entry.kept.deal, "a colleague", Farewell::removed});
            tell(title_of(&entry, now) + " is no longer with the team: this place was not connected for more than " + std::to_string(tombstone_days) +
                     " days. The copy that is here stays; share it again if it was not meant to go.", false);
            over.push_back(entry.kept.deal);
            continue;
        }
        entry.again = entry.server_revision;
    }
    for (const auto& id : over) {
        forget(id);
    }
    if (caught_up_on != now.today) {
        caught_up_on = now.today;
        save_place();
    }
    should_say = true;
}

}
