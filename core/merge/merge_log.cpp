#include "core/merge/merge_log.hpp"

namespace middleground::merging {

namespace {

// The rules for concerns and promises look no further back than the event before.
template <typename Thing, typename Event>
bool is_legal_for(const std::vector<Event>& events) {
    Thing before;
    for (const auto& event : events) {
        if (!is_legal_move(before, event.kind)) return false;
        before.events.assign(1, event);
    }
    return true;
}

template <typename Thing, typename Event>
bool states_alike(const std::vector<Event>& a, const std::vector<Event>& b) {
    Thing one;
    one.events = a;
    Thing other;
    other.events = b;
    return state_of(one) == state_of(other);
}

}

bool is_legal(const std::vector<CommitmentEvent>& events) {
    auto state = CommitmentState::planned;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool first_planned = i == 0 && events[i].kind == CommitmentEventKind::planned;
        if (!first_planned && !is_legal_move(state, events[i].kind)) return false;
        state = state_after(state, events[i].kind);
    }
    return true;
}
bool is_legal(const std::vector<ConcernEvent>& events) {
    return is_legal_for<Concern>(events);
}
bool is_legal(const std::vector<PromiseEvent>& events) {
    return is_legal_for<OurPromise>(events);
}

bool ends_alike(const std::vector<CommitmentEvent>& a, const std::vector<CommitmentEvent>& b) {
    Commitment one;
    one.events = a;
    Commitment other;
    other.events = b;
    return state_of(one) == state_of(other) && due_of(one) == due_of(other);
}
bool ends_alike(const std::vector<ConcernEvent>& a, const std::vector<ConcernEvent>& b) {
    return states_alike<Concern>(a, b);
}
bool ends_alike(const std::vector<PromiseEvent>& a, const std::vector<PromiseEvent>& b) {
    return states_alike<OurPromise>(a, b);
}
bool ends_alike(const std::vector<StanceEvent>& a, const std::vector<StanceEvent>& b) {
    return a.empty() ? b.empty() : !b.empty() && a.back().stance == b.back().stance;
}
bool ends_alike(const std::vector<TargetEvent>& a, const std::vector<TargetEvent>& b) {
    return a.empty() ? b.empty() : !b.empty() && a.back().date == b.back().date && a.back().reason == b.back().reason;
}

}
