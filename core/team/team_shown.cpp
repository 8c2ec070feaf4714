#include "core/team/team.hpp"

#include "core/team/team_state.hpp"

// What is shown of a team.
namespace middleground::team {

const Membership& Team::membership() const {
    return state_->membership;
}

Sync Team::state_of(const DealId& deal) const {
    const auto* entry = state_->find(deal);
    return entry ? entry->kept.state : Sync::local;
}

const SharedDeal* Team::shared(const DealId& deal) const {
    const auto* entry = state_->find(deal);
    return entry && entry->kept.state != Sync::gone ? &entry->kept : nullptr;
}

std::vector<const SharedDeal*> Team::all_shared() const {
    std::vector<const SharedDeal*> all;
    for (const auto& [id, entry] : state_->entries) {
        if (entry.kept.state != Sync::gone) all.push_back(&entry.kept);
    }
    return all;
}

std::span<const Member> Team::members() const {
    return state_->members;
}

std::string Team::name_of(const std::string& member) const {
    return state_->name_of(member);
}

bool Team::is_owner(const DealId& deal) const {
    const auto* shared_deal = shared(deal);
    return shared_deal && shared_deal->head.owner == state_->membership.me;
}

int Team::to_send() const {
    int count = 0;
    for (const auto& [id, entry] : state_->entries) {
        const auto& kept = entry.kept;
        const bool is_waiting = entry.is_dirty || entry.sent || kept.farewell != Farewell::none || !kept.new_owner.empty() || kept.head.number == 0;
        if (is_waiting && kept.state != Sync::gone && kept.state != Sync::behind) ++count;
    }
    return count;
}

bool Team::is_connected() const {
    return state_->connected && !state_->is_over;
}

bool Team::is_caught_up() const {
    return state_->can_send();
}

const Error* Team::problem() const {
    return state_->problem ? &*state_->problem : nullptr;
}

const Error* Team::problem_of(const DealId& deal) const {
    const auto* entry = state_->find(deal);
    return entry && entry->problem ? &*entry->problem : nullptr;
}

std::span<const SeenChange> Team::since_looked(const DealId& deal) const {
    const auto* entry = state_->find(deal);
    return entry ? std::span<const SeenChange>(entry->kept.changes) : std::span<const SeenChange>();
}

std::optional<std::int64_t> Team::wake_in_ms(std::int64_t now_ms) const {
    return state_->wake_in_ms(now_ms);
}

}
