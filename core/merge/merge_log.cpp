#include "core/merge/merge_log.hpp"

#include <algorithm>
#include <iterator>

namespace middleground::merging {

namespace {

using Events = Log::Events;

template <typename Event>
const Event& as(const void* event) {
    return *static_cast<const Event*>(event);
}

template <typename Thing, typename Event>
Thing thing_with(const Events& events) {
    Thing thing;
    for (const auto* event : events) {
        thing.events.push_back(as<Event>(event));
    }
    return thing;
}

bool are_legal_commitment_events(const Events& events) {
    auto state = CommitmentState::planned;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto kind = as<CommitmentEvent>(events[i]).kind;
        const bool first_planned = i == 0 && kind == CommitmentEventKind::planned;
        if (!first_planned && !is_legal_move(state, kind)) return false;
        state = state_after(state, kind);
    }
    return true;
}

// The rules for concerns and promises look no further back than the event before.
template <typename Thing, typename Event>
bool are_legal(const Events& events) {
    Thing before;
    for (const auto* event : events) {
        if (!is_legal_move(before, as<Event>(event).kind)) return false;
        before.events.assign(1, as<Event>(event));
    }
    return true;
}

bool commitments_end_alike(const Events& a, const Events& b) {
    const auto one = thing_with<Commitment, CommitmentEvent>(a);
    const auto other = thing_with<Commitment, CommitmentEvent>(b);
    return state_of(one) == state_of(other) && due_of(one) == due_of(other) && not_before(one) == not_before(other) &&
           asked_by_them(one) == asked_by_them(other);
}
template <typename Thing, typename Event>
bool end_alike(const Events& a, const Events& b) {
    return state_of(thing_with<Thing, Event>(a)) == state_of(thing_with<Thing, Event>(b));
}

// Without a rule about what may follow what: the last one counts.
bool last_stances_alike(const void* a, const void* b) {
    return as<StanceEvent>(a).stance == as<StanceEvent>(b).stance && as<StanceEvent>(a).not_before == as<StanceEvent>(b).not_before;
}
bool last_targets_alike(const void* a, const void* b) {
    return as<TargetEvent>(a).date == as<TargetEvent>(b).date && as<TargetEvent>(a).reason == as<TargetEvent>(b).reason;
}

struct Rules {
    const MemberTable& (*events)();
    bool (*are_legal)(const Events&);
    bool (*end_alike)(const Events&, const Events&);
    bool (*last_alike)(const void*, const void*);
};
constexpr Rules all_rules[]{
    {&members_of<CommitmentEvent>, &are_legal_commitment_events, &commitments_end_alike, nullptr},
    {&members_of<ConcernEvent>, &are_legal<Concern, ConcernEvent>, &end_alike<Concern, ConcernEvent>, nullptr},
    {&members_of<PromiseEvent>, &are_legal<OurPromise, PromiseEvent>, &end_alike<OurPromise, PromiseEvent>, nullptr},
    {&members_of<StanceEvent>, nullptr, nullptr, &last_stances_alike},
    {&members_of<TargetEvent>, nullptr, nullptr, &last_targets_alike},
};

const Rules& rules_of(const Member& member) {
    return *std::ranges::find(all_rules, member.type->table, &Rules::events);
}

}

bool holds_element(const Member& list, const std::vector<const void*>& elements, const void* element) {
    return std::ranges::any_of(elements, [&](const void* one) { return list.comparison->equal_elements(one, element); });
}

Log::Log(const Member& member) : member_(member), events_(member.type->table()) {}

bool Log::is_legal(const Events& events) const {
    const auto& rules = rules_of(member_);
    return !rules.are_legal || rules.are_legal(events);
}

bool Log::ends_alike(const Events& a, const Events& b) const {
    const auto& rules = rules_of(member_);
    if (rules.end_alike) return rules.end_alike(a, b);
    return a.empty() ? b.empty() : !b.empty() && rules.last_alike(a.back(), b.back());
}

Log::Events Log::union_of(const std::optional<Events>& base, const Events& mine, const Events& theirs) const {
    const auto equal = member_.comparison->equal_elements;
    const auto [mine_rest, theirs_rest] = std::mismatch(mine.begin(), mine.end(), theirs.begin(), theirs.end(), equal);
    const auto rest_of = [&](auto begin, auto end, const Events& other) {
        Events rest;
        std::copy_if(begin, end, std::back_inserter(rest), [&](const void* event) {
            return !base || !holds_element(member_, *base, event) || holds_element(member_, other, event);
        });
        return rest;
    };
    const auto first = rest_of(mine_rest, mine.end(), theirs);
    auto second = rest_of(theirs_rest, theirs.end(), mine);
    for (const auto* event : first) {
        const auto twin = std::ranges::find_if(second, [&](const void* one) { return equal(one, event); });
        if (twin != second.end()) second.erase(twin);
    }
    Events all(mine.begin(), mine_rest);
    const auto* on = events_.find("on");
    std::ranges::merge(first, second, std::back_inserter(all), [&](const void* a, const void* b) { return on->in<Date>(a) < on->in<Date>(b); });
    return all;
}

const Log::Events& Log::earlier_kind_first(const Events& a, const Events& b) const {
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), member_.comparison->equal_elements);
    const auto* kind = events_.find("kind");
    if (!kind || in_a == a.end() || in_b == b.end()) return a;
    return kind->in<std::uint8_t>(*in_b) < kind->in<std::uint8_t>(*in_a) ? b : a;
}

}
