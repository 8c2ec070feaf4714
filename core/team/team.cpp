#include "core/team/team.hpp"

#include "core/files/json.hpp"
#include "core/team/team_state.hpp"

#include <algorithm>
#include <utility>

namespace middleground::team {

namespace {

template <class... Functions>
struct Each : Functions... {
    using Functions::operator()...;
};

std::unexpected<Error> not_shared() {
    return fail("This deal is not shared with the team");
}

}

Team::Team(Membership membership, const std::vector<StoredText>& stored, Entropy entropy)
    : state_(std::make_unique<TeamState>(std::move(membership), stored, std::move(entropy))) {}
Team::~Team() = default;
Team::Team(Team&&) noexcept = default;
Team& Team::operator=(Team&&) noexcept = default;

void Team::hear(const Told& told, const Local& local, std::int64_t now_ms, Date today) {
    auto& state = *state_;
    state.latest_ms = now_ms;
    if (state.is_over) return;
    const Now now{local, now_ms, today};
    std::visit(Each{[&](const Up&) { state.up(); },
                    [&](const Down& why) { state.down(why); },
                    [&](const Value& value) { state.take(value, now); },
                    [&](const CaughtUp&) { state.caught_up_with(now); },
                    [&](const Stored& answer) { state.stored(answer, now); },
                    [&](const Stale& answer) { state.stale(answer.order, now_ms); },
                    [&](const Refused& answer) { state.refused(answer, now); },
                    [&](const Heard& saying) { state.heard(saying.bytes, now_ms); }},
               told);
    state.flush();
}

void Team::tick(const Local& local, std::int64_t now_ms, Date today) {
    state_->tick({local, now_ms, today});
}

void Team::changed(const DealId& deal, std::int64_t now_ms, Typing typing) {
    auto* entry = state_->find(deal);
    if (!entry || entry->kept.state == Sync::gone) return;
    if (entry->first_changed_ms == 0) entry->first_changed_ms = now_ms;
    entry->changed_ms = now_ms;
    entry->typing = typing;
    entry->is_dirty = true;
    entry->kept.replaced.clear();
    entry->is_too_large = false;
    if (entry->kept.state == Sync::sent) state_->set_state(*entry, Sync::sending);
}

void Team::left_field() {
    for (auto& [id, entry] : state_->entries) {
        entry.typing = Typing::no;
    }
}

Result<void> Team::share(const Deal& deal, std::int64_t now_ms) {
    auto& state = *state_;
    if (state.is_over) return std::unexpected(*state.problem);
    auto& entry = state.entry_for(deal.id);
    const bool is_first = entry.kept.head.number == 0;
    if (entry.kept.state == Sync::refused && entry.server_revision > 0 && !entry.branch && entry.asked.empty() && !is_first) {
        entry.again = entry.server_revision; // over what cannot be read
    } else if (!is_first && entry.kept.state != Sync::gone && entry.kept.farewell == Farewell::none) {
        return fail("This deal is shared already");
    }
    if (entry.kept.state == Sync::gone) {
        entry.kept.head.owner = state.membership.me;
        entry.kept.base.clear();
    }
    entry.kept.farewell = Farewell::none;
    entry.kept.removed_here = false;
    entry.was_here = true;
    entry.is_dirty = true;
    entry.is_blocked = false;
    entry.hurry(now_ms);
    entry.kept.state = Sync::sending;
    state.save(entry);
    state.flush();
    return {};
}

namespace {

Result<void> say_farewell(TeamState& state, const DealId& deal, Farewell why) {
    auto* entry = state.find(deal);
    if (!entry || entry->kept.state == Sync::gone) return not_shared();
    const auto& owner = entry->kept.head.owner;
    if (owner != state.membership.me && state.is_member(owner)) {
        return fail("Only " + state.name_of(owner) + ", who owns it, can do this", {}, "Ask for it to be handed over.");
    }
    entry->kept.farewell = why;
    entry->is_dirty = true;
    state.set_state(*entry, Sync::sending);
    state.save(*entry);
    state.flush();
    return {};
}

}

Result<void> Team::take_back(const DealId& deal, std::int64_t) {
    return say_farewell(*state_, deal, Farewell::taken_back);
}

Result<void> Team::remove_for_all(const DealId& deal, std::int64_t) {
    return say_farewell(*state_, deal, Farewell::removed);
}

Result<void> Team::hand_over(const DealId& deal, const std::string& member, std::int64_t now_ms) {
    auto& state = *state_;
    auto* entry = state.find(deal);
    if (!entry || entry->kept.state == Sync::gone) return not_shared();
    if (!state.is_member(member)) return fail("There is no such member in the team", {}, "Choose one of the members.");
    const auto& owner = entry->kept.head.owner;
    if (owner != state.membership.me && state.is_member(owner)) {
        return fail("Only " + state.name_of(owner) + ", who owns it, can hand it over");
    }
    if (member == owner) return fail("It is theirs already");
    entry->kept.new_owner = member;
    entry->is_dirty = true;
    entry->hurry(now_ms);
    if (entry->kept.state == Sync::sent) state.set_state(*entry, Sync::sending);
    state.save(*entry);
    state.flush();
    return {};
}

void Team::resolve(const DealId& deal, std::uint64_t number, const Deal& merged, const Local& local, std::int64_t now_ms, Date today) {
    auto& state = *state_;
    auto* entry = state.find(deal);
    if (!entry || entry->asked.empty()) return;
    const auto answered = std::ranges::find(entry->asked, number, [](const Theirs& one) { return one.head.number; });
    const auto newest = entry->asked.back();
    const auto base_of_question = [&]() -> const Theirs& { return answered == entry->asked.end() ? newest : *answered; };
    if (answered == entry->asked.end()) { // of a question that is long over
        auto theirs = io::read_deal(newest.text, today);
        if (theirs) state.effects.push_back(Ask{deal, newest.head.number, *theirs, state.base_of(*entry, today), newest.head.by_name});
        return;
    }
    const auto chosen = base_of_question();
    state.adopt(*entry, chosen);
    entry->is_dirty = true;
    entry->hurry(now_ms);
    state.set_state(*entry, Sync::sending);
    if (newest.hash != chosen.hash) {
        // A further change came while the question was open.
        auto theirs = io::read_deal(newest.text, today);
        if (theirs) state.accept(*entry, newest, std::move(*theirs), &merged, {local, now_ms, today});
    }
    state.flush();
}

Result<void> Team::review(const DealId& deal, const Local& local, Date today) {
    auto& state = *state_;
    auto* entry = state.find(deal);
    if (!entry || !entry->branch) return fail("There is nothing to compare it with");
    const auto* mine = local(deal);
    if (!mine) return fail("This deal is not here");
    auto theirs = io::read_deal(entry->branch->text, today);
    if (!theirs) return std::unexpected(theirs.error());
    auto branch = *std::exchange(entry->branch, {});
    // What follows names both, so that whoever saw either knows it.
    auto& head = branch.head;
    head.number = std::max(head.number, entry->kept.head.number);
    head.trail.insert(head.trail.begin(), entry->kept.hash);
    entry->kept.base.clear();
    entry->is_blocked = false;
    state.ask(*entry, branch, *theirs, {});
    state.flush();
    return {};
}

void Team::leave() {
    auto& state = *state_;
    state.orders.clear();
    if (state.can_send()) {
        state.orders.push_back(Remove{state.new_order(), state.sealer.key_of_member(state.membership.me), state.own_revision});
        state.say(false, state.latest_ms);
    }
    for (const auto& [id, entry] : state.entries) {
        state.effects.push_back(Drop{std::string(deal_entry_prefix) + id});
    }
    state.effects.push_back(Drop{"team/place"});
    state.effects.push_back(Drop{std::string(membership_entry)});
    state.entries.clear();
    state.keys.clear();
    state.problem = Error{"This place has left the team", {}, {}};
    state.is_over = true;
}

void Team::rename(std::string name) {
    state_->membership.name = std::move(name);
    state_->effects.push_back(Store{std::string(membership_entry), write_membership(state_->membership)});
    state_->should_say = true;
    state_->list_members(state_->latest_ms);
}

void Team::opened(std::optional<DealId> deal, std::int64_t) {
    auto open = deal.value_or(DealId{});
    if (open == state_->has_open) return;
    state_->has_open = std::move(open);
    state_->should_say = true;
}

void Team::looked(const DealId& deal) {
    auto* entry = state_->find(deal);
    if (!entry || entry->kept.changes.empty()) return;
    entry->kept.changes.clear();
    state_->save(*entry);
    state_->flush();
}

std::vector<Order> Team::take_orders() {
    return std::exchange(state_->orders, {});
}

std::vector<Effect> Team::take_effects() {
    for (auto& [id, entry] : state_->entries) {
        entry.was_here = entry.was_here || std::exchange(entry.is_adding, false);
    }
    return std::exchange(state_->effects, {});
}

}
