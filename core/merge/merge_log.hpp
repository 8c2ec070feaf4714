#pragma once

#include "core/model/deal.hpp"

#include <algorithm>
#include <vector>

// Logs of events; only merge*.cpp use it.
namespace middleground::merging {

bool is_legal(const std::vector<CommitmentEvent>& events);
bool is_legal(const std::vector<ConcernEvent>& events);
bool is_legal(const std::vector<PromiseEvent>& events);
inline bool is_legal(const std::vector<StanceEvent>&) {
    return true;
}
inline bool is_legal(const std::vector<TargetEvent>&) {
    return true;
}

// Whether both logs leave the thing in the same state.
bool ends_alike(const std::vector<CommitmentEvent>& a, const std::vector<CommitmentEvent>& b);
bool ends_alike(const std::vector<ConcernEvent>& a, const std::vector<ConcernEvent>& b);
bool ends_alike(const std::vector<PromiseEvent>& a, const std::vector<PromiseEvent>& b);
bool ends_alike(const std::vector<StanceEvent>& a, const std::vector<StanceEvent>& b);
bool ends_alike(const std::vector<TargetEvent>& a, const std::vector<TargetEvent>& b);

template <typename E>
bool holds(const std::vector<E>& events, const E& event) {
    return std::find(events.begin(), events.end(), event) != events.end();
}

// What `mine` and `theirs` have in common at their beginning, then what each appended, by date; of one day `mine` comes first. What only
// one side took back stays away; what both recorded alike stands once.
template <typename E>
std::vector<E> union_of(const std::vector<E>* base, const std::vector<E>& mine, const std::vector<E>& theirs) {
    const auto [mine_rest, theirs_rest] = std::mismatch(mine.begin(), mine.end(), theirs.begin(), theirs.end());
    const auto rest_of = [&](auto begin, auto end, const std::vector<E>& other) {
        std::vector<E> rest;
        std::copy_if(begin, end, std::back_inserter(rest),
                     [&](const E& event) { return !base || !holds(*base, event) || holds(other, event); });
        return rest;
    };
    const auto first = rest_of(mine_rest, mine.end(), theirs);
    auto second = rest_of(theirs_rest, theirs.end(), mine);
    for (const auto& event : first) {
        if (const auto twin = std::find(second.begin(), second.end(), event); twin != second.end()) second.erase(twin);
    }
    std::vector<E> all(mine.begin(), mine_rest);
    std::merge(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(all),
               [](const E& a, const E& b) { return a.on < b.on; });
    return all;
}

}
