#include "core/outlook_changes.hpp"

#include "core/analysis/said/said_facts.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/edit/references.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <variant>

namespace middleground {

namespace {

struct Days {
    Date after;
    Date until;

    bool has(Date day) const { return day > after && day <= until; }
};

template <typename Event>
std::optional<Date> last_within(const std::vector<Event>& events, const Days& days) {
    std::optional<Date> last;
    for (const auto& event : events) {
        if (days.has(event.on) && (!last || event.on > *last)) last = event.on;
    }
    return last;
}

template <typename List, typename Id>
auto* find_in(List& list, const Id& id) {
    const auto found = std::ranges::find(list, id, [](const auto& one) { return one.id; });
    return found == list.end() ? nullptr : &*found;
}

template <typename Event>
void cut(std::vector<Event>& events, Date after) {
    std::erase_if(events, [&](const Event& event) { return event.on > after; });
}

class Finder {
public:
    Finder(const Deal& deal, const Days& days) : deal_(deal), days_(days) {}

    std::vector<DealChange> find(const std::vector<SaidFact>& prose) {
        for (const auto& fact : prose) {
            if (fact.where.on && days_.has(*fact.where.on)) add_said(fact);
        }
        for (const auto& person : deal_.stakeholders) {
            // Who came in that time came with what they think.
            if (days_.has(person.created)) {
                add(ChangeKind::person, person.created, person.id);
            } else if (const auto on = last_within(person.stances, days_)) {
                add(ChangeKind::stance, *on, person.id);
            }
            if (person.left && days_.has(person.left->on)) add(ChangeKind::left, person.left->on, person.id);
        }
        for (const auto& one : deal_.commitments) {
            const auto on = last_within(one.events, days_);
            if (days_.has(one.created) && !one.decides) {
                add(ChangeKind::planned, on ? std::max(*on, one.created) : one.created, one.id);
            } else if (on) {
                add(ChangeKind::commitment, *on, one.id);
            }
        }
        for (const auto& one : deal_.concerns) {
            if (const auto on = last_within(one.events, days_)) add(ChangeKind::concern, *on, one.id);
        }
        for (const auto& one : deal_.promises) {
            if (const auto on = last_within(one.events, days_)) add(ChangeKind::promise, *on, one.id);
        }
        add_interactions(ChangeKind::contact, true);
        add_interactions(ChangeKind::unanswered, false);
        add_influences();
        sort_list(found_, [](const DealChange& a, const DealChange& b) { return a.on != b.on ? a.on > b.on : a.kind < b.kind; });
        return std::move(found_);
    }

private:
    void add(ChangeKind kind, Date on, Subject about, int count = 1) { found_.push_back({kind, on, std::move(about), count, {}}); }

    void add_said(const SaidFact& fact) {
        Subject about = Function::other;
        if (!fact.person.empty()) about = fact.person;
        if (fact.person.empty() && !fact.commitment.empty()) about = fact.commitment;
        found_.push_back({ChangeKind::said, *fact.where.on, about, 1, fact.words});
    }

    void add_interactions(ChangeKind kind, bool heard) {
        const Interaction* last = nullptr;
        int count = 0;
        for (const auto& one : deal_.interactions) {
            if (was_two_way(one) != heard || !days_.has(one.on)) continue;
            ++count;
            if (last == nullptr || one.on >= last->on) last = &one;
        }
        if (last != nullptr) add(kind, last->on, last->id, count);
    }

    void add_influences() {
        std::optional<Date> last;
        int count = 0;
        for (const auto& line : deal_.influences) {
            if (!days_.has(line.created)) continue;
            ++count;
            if (!last || line.created > *last) last = line.created;
        }
        if (last) add(ChangeKind::influences, *last, Function::other, count);
    }

    const Deal& deal_;
    const Days& days_;
    std::vector<DealChange> found_;
};

// Nothing names it any more.
template <typename Id>
void forget(Deal& deal, const Id& id) {
    for_each_reference(deal, [&](auto& reference) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(reference)>, Id>) {
            if (reference == id) reference = {};
        }
    });
}

void remove_person(Deal& deal, const StakeholderId& id) {
    std::erase_if(deal.stakeholders, [&](const Stakeholder& one) { return one.id == id; });
    std::erase_if(deal.concerns, [&](const Concern& one) { return one.stakeholder == id; });
    std::erase_if(deal.influences, [&](const Influence& one) { return one.from == id || one.to == id; });
    forget(deal, id);
    for (auto& one : deal.commitments) {
        std::erase(one.people, StakeholderId());
    }
    for (auto& one : deal.interactions) {
        std::erase(one.people, StakeholderId());
    }
}

void remove_commitment(Deal& deal, const CommitmentId& id) {
    std::erase_if(deal.commitments, [&](const Commitment& one) { return one.id == id && !one.decides; });
    forget(deal, id);
    for (auto& one : deal.commitments) {
        std::erase(one.prerequisites, CommitmentId());
    }
    for (auto& one : deal.interactions) {
        std::erase(one.asks, CommitmentId());
    }
}

void remove_interactions(Deal& deal, Date after, bool heard) {
    std::erase_if(deal.interactions, [&](const Interaction& one) { return one.on > after && was_two_way(one) == heard; });
}

struct TakeBack {
    Deal& deal;
    const DealChange& change;
    Date after;

    void operator()(const StakeholderId& id) const {
        auto* person = find_in(deal.stakeholders, id);
        if (person == nullptr) return;
        if (change.kind == ChangeKind::stance) cut(person->stances, after);
        if (change.kind == ChangeKind::left) person->left.reset();
        if (change.kind == ChangeKind::person) remove_person(deal, id);
    }
    void operator()(const CommitmentId& id) const {
        auto* commitment = find_in(deal.commitments, id);
        if (commitment == nullptr) return;
        if (change.kind == ChangeKind::commitment) cut(commitment->events, after);
        if (change.kind == ChangeKind::planned) remove_commitment(deal, id);
    }
    void operator()(const ConcernId& id) const {
        if (auto* concern = find_in(deal.concerns, id)) cut(concern->events, after);
        std::erase_if(deal.concerns, [&](const Concern& one) { return one.id == id && one.events.empty(); });
    }
    void operator()(const PromiseId& id) const {
        if (auto* promise = find_in(deal.promises, id)) cut(promise->events, after);
        std::erase_if(deal.promises, [&](const OurPromise& one) { return one.id == id && one.events.empty(); });
    }
    void operator()(const InteractionId&) const { remove_interactions(deal, after, change.kind == ChangeKind::contact); }
    void operator()(Function) const {
        if (change.kind == ChangeKind::others) take_back_all(deal, after);
        if (change.kind == ChangeKind::influences) {
            std::erase_if(deal.influences, [&](const Influence& line) { return line.created > after; });
        }
    }
};

}

std::vector<DealChange> changes_between(const Deal& deal, const std::vector<SaidFact>& prose, Date after, Date until) {
    const Days days{after, until};
    return Finder(deal, days).find(prose);
}

void take_back(Deal& deal, const DealChange& change, Date after) {
    if (change.kind == ChangeKind::said) return; // its text stays: whoever reads the deal leaves the fact out
    std::visit(TakeBack{deal, change, after}, change.about);
}

void take_back_all(Deal& deal, Date after) {
    remove_interactions(deal, after, true);
    remove_interactions(deal, after, false);
    std::erase_if(deal.influences, [&](const Influence& line) { return line.created > after; });
    for (auto& one : deal.concerns) cut(one.events, after);
    std::erase_if(deal.concerns, [](const Concern& one) { return one.events.empty(); });
    for (auto& one : deal.promises) cut(one.events, after);
    std::erase_if(deal.promises, [](const OurPromise& one) { return one.events.empty(); });
    std::vector<CommitmentId> planned;
    for (auto& one : deal.commitments) {
        cut(one.events, after);
        if (one.created > after && !one.decides) planned.push_back(one.id);
    }
    for (const auto& id : planned) remove_commitment(deal, id);
    std::vector<StakeholderId> came;
    for (auto& one : deal.stakeholders) {
        cut(one.stances, after);
        if (one.left && one.left->on > after) one.left.reset();
        if (one.created > after) came.push_back(one.id);
    }
    for (const auto& id : came) remove_person(deal, id);
}

}
