#include "core/team/team_state.hpp"

#include <algorithm>
#include <utility>

// What is put into the bucket, and when.
namespace middleground::team {

void TeamState::put(Entry& entry, const DealValue& value, std::uint64_t revision, bool is_again, const Now& now) {
    const auto bytes = sealer.sealed(entry.kept.key, write_deal_value(value), nonce_of(value.head.nonce));
    if (!bytes) {
        entry.is_too_large = true;
        entry.problem = Error{title_of(&entry, now) + " cannot be sent to the team: " + bytes.error().what, bytes.error().where, bytes.error().remedy};
        tell(entry.problem->message(), true);
        return set_state(entry, Sync::refused);
    }
    Sent sent{new_order(), value.head, name_of_bytes(*bytes), value.text.empty() ? std::string() : packed_deal(value.text), value.farewell, now.ms, is_again};
    orders.push_back(Put{sent.order, entry.kept.key, *bytes, revision});
    entry.sent = std::move(sent);
}

void TeamState::send(Entry& entry, const std::string& text, const Now& now) {
    const auto nonce = new_nonce();
    if (!nonce) return;
    DealValue value{entry.kept.head, entry.kept.farewell, entry.kept.deal, text};
    auto& head = value.head;
    if (head.number > 0) {
        head.trail.insert(head.trail.begin(), entry.kept.hash);
        if (head.trail.size() > trail_length) head.trail.resize(trail_length);
    }
    ++head.number;
    head.by = membership.me;
    head.by_name = membership.name;
    head.place = place;
    head.on = now.today;
    head.nonce = words_of(*nonce);
    if (!entry.kept.new_owner.empty()) head.owner = entry.kept.new_owner;
    put(entry, value, entry.kept.revision, false, now);
}

// The very bytes that were seen last, so that whoever has seen later ones knows them.
void TeamState::send_again(Entry& entry, const Now& now) {
    const auto revision = *std::exchange(entry.again, {});
    const bool is_tombstone = entry.kept.base.empty();
    std::string text;
    if (!is_tombstone) text = unpacked_deal(entry.kept.base).value_or(std::string());
    DealValue value{entry.kept.head, is_tombstone ? Farewell::removed : Farewell::none, entry.kept.deal, text};
    for (const auto why : {Farewell::removed, Farewell::taken_back}) { // which of the two it was is not kept
        if (is_tombstone) value.farewell = why;
        const auto bytes = sealer.sealed(entry.kept.key, write_deal_value(value), nonce_of(value.head.nonce));
        if (bytes && name_of_bytes(*bytes) == entry.kept.hash) return put(entry, value, revision, true, now);
        if (!is_tombstone) break;
    }
    // Another edition of this program packed it: the same, under the next number.
    entry.kept.revision = revision;
    if (is_tombstone) return;
    send(entry, text, now);
    if (entry.sent) entry.sent->is_again = true;
    entry.is_dirty = true;
}

void TeamState::tick_deal(Entry& entry, const Now& now) {
    if (entry.held && now.today != entry.held_on) {
        entry.held_on = now.today;
        const auto value = *std::exchange(entry.held, {});
        take_deal(value, now);
    }
    if (entry.sent && now.ms - entry.sent->at_ms > answer_ms) {
        entry.unsettled.push_back(*std::exchange(entry.sent, {}));
        if (entry.unsettled.size() > 8) entry.unsettled.erase(entry.unsettled.begin());
        entry.is_dirty = entry.is_dirty || entry.kept.state != Sync::gone;
        if (can_send()) get(entry, now.ms);
    }
    if (entry.asked_for_ms >= 0) {
        if (now.ms - entry.asked_for_ms <= answer_ms) return;
        entry.asked_for_ms = -1;
        if (can_send()) get(entry, now.ms);
        return;
    }
    if (entry.sent || !can_send() || now.ms < entry.not_before_ms || in_flight >= most_in_flight) {
        if (entry.sent) ++in_flight;
        return;
    }
    if (entry.again) {
        send_again(entry, now);
        in_flight += entry.sent ? 1 : 0;
        return;
    }
    if (entry.held || entry.is_blocked || entry.is_too_large || !entry.asked.empty() || entry.kept.state == Sync::gone) return;
    if (entry.kept.farewell != Farewell::none) {
        if (entry.kept.head.number == 0) { // nobody has it yet
            auto id = entry.kept.deal;
            return over.push_back(std::move(id));
        }
        send(entry, {}, now);
        return;
    }
    if (!entry.is_dirty) return;
    if (now.ms < entry.due_ms()) return;
    const auto* mine = now.local(entry.kept.deal);
    if (!mine) {
        entry.is_dirty = false;
        entry.kept.removed_here = entry.was_here;
        save(entry);
        return set_state(entry, Sync::sent);
    }
    entry.was_here = true;
    entry.kept.removed_here = false;
    const auto text = shared_text(*mine);
    const bool is_new = entry.kept.head.number == 0;
    if (!is_new && entry.kept.new_owner.empty() && !entry.kept.base.empty() && unpacked_deal(entry.kept.base) == text) {
        entry.is_dirty = false;
        entry.first_changed_ms = 0;
        return set_state(entry, Sync::sent);
    }
    send(entry, text, now);
    if (!entry.sent) return;
    ++in_flight;
    entry.is_dirty = false; // a further change says so
    entry.first_changed_ms = 0;
    set_state(entry, Sync::sending);
}

// Once after a start: is the document's copy the one that was kept, or did it change, or was it never saved?
void TeamState::verify(Entry& entry, const Now& now) {
    auto& kept = entry.kept;
    entry.is_unverified = false;
    const auto* mine = now.local(kept.deal);
    entry.was_here = mine != nullptr;
    const auto base = unpacked_deal(kept.base);
    if (!mine) {
        auto deal = kept.removed_here ? std::nullopt : base_of(entry, now.today);
        entry.is_adding = deal.has_value();
        if (deal) effects.push_back(Add{std::move(*deal), kept.head.by_name});
    } else if (base) {
        const auto text = shared_text(*mine);
        auto deal = text == *base || name_of_bytes(text) != kept.replaced ? std::nullopt : base_of(entry, now.today);
        if (deal && kept.replaced_had_more) return ask(entry, {kept.head, kept.hash, *base, kept.revision}, *deal, {});
        entry.is_dirty = entry.is_dirty || (text != *base && !deal) || !kept.new_owner.empty();
        if (deal) effects.push_back(Replace{as_mine(std::move(*deal), *mine), kept.head.by_name, {}});
    } else {
        entry.is_dirty = true;
    }
    if (!entry.is_dirty && kept.state == Sync::sending) set_state(entry, Sync::sent);
    if (entry.is_dirty && kept.state == Sync::sent) set_state(entry, Sync::sending);
}

void TeamState::tick(const Now& now) {
    latest_ms = now.ms;
    if (is_over) return flush();
    int verified = 0;
    in_flight = 0;
    over.clear();
    is_verifying = false;
    for (auto& [id, entry] : entries) {
        if (entry.is_unverified && verified < verified_a_tick) {
            ++verified;
            verify(entry, now);
        }
        is_verifying = is_verifying || entry.is_unverified;
        tick_deal(entry, now);
    }
    for (const auto& id : over) {
        forget(id);
    }
    if (can_send()) {
        if (!has_check && check_order == 0 && now.ms >= own_not_before_ms) {
            if (const auto nonce = new_nonce()) {
                const auto bytes = sealer.sealed(check_key, "{\"middleground_team_check\":1}", *nonce);
                check_order = new_order();
                orders.push_back(Put{check_order, std::string(check_key), *bytes, 0});
            }
        }
        tick_here(now.ms);
        if (swept_on != now.today) {
            swept_on = now.today;
            sweep_tombstones(now.today);
        }
    }
    flush();
}

void TeamState::sweep_tombstones(Date today) {
    for (auto& [id, entry] : entries) {
        if (entry.kept.state != Sync::gone || !entry.is_confirmed || today - entry.kept.head.on <= tombstone_days) continue;
        const auto order = new_order();
        sweeping.insert(order);
        orders.push_back(Remove{order, entry.kept.key, entry.kept.revision});
    }
}

std::optional<std::int64_t> TeamState::wake_in_ms(std::int64_t now_ms) const {
    if (is_over) return {};
    if (is_verifying) return 0;
    std::optional<std::int64_t> least;
    const auto at = [&](std::int64_t ms) {
        const auto wait = std::max<std::int64_t>(0, ms - now_ms);
        least = least ? std::min(*least, wait) : wait;
    };
    for (const auto& [id, entry] : entries) {
        if (entry.sent) at(entry.sent->at_ms + answer_ms + 1);
        if (entry.asked_for_ms >= 0) at(entry.asked_for_ms + answer_ms + 1);
        if (!can_send() || entry.sent || entry.asked_for_ms >= 0) continue;
        if (entry.again) at(entry.not_before_ms);
        if (entry.held || entry.is_blocked || entry.is_too_large || !entry.asked.empty() || entry.kept.state == Sync::gone) continue;
        if (entry.kept.farewell != Farewell::none) at(entry.not_before_ms);
        if (entry.is_dirty) at(std::max(entry.not_before_ms, entry.due_ms()));
    }
    if (can_send()) at(should_say ? said_ms + between_said_ms : said_ms + presence_ms);
    return least;
}

}
