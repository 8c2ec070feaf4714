#pragma once

#include "core/model/deal.hpp"

#include <vector>

namespace middleground {

// The commitments of a deal as a graph over their places in the list, for what has to walk it. Tolerates any deal: prerequisites that
// dangle, are named twice or name the commitment itself are left out; of two commitments with one id the first counts. Built in O(n log n);
// the walks are linear and do not recurse, so that long chains are safe.
class PrerequisiteGraph {
public:
    explicit PrerequisiteGraph(const Deal& deal);

    // Places of what it waits for, ascending: the prerequisites that can be followed (outside any cycle), and in place of those that are set
    // aside what these wait for.
    const std::vector<int>& prerequisites(int place) const {
        return (through_.empty() ? followed_ : through_)[static_cast<std::size_t>(place)];
    }
    // The same as it is written down, set aside or not.
    const std::vector<int>& named_prerequisites(int place) const { return followed_[static_cast<std::size_t>(place)]; }
    // Every place: a prerequisite before what waits for it, among equals the user's order.
    const std::vector<int>& order() const { return order_; }
    // The cycles, one for each component of commitments that wait for each other: places in the order "first waits for second ...", not closed.
    std::vector<std::vector<int>> cycles() const;

private:
    std::vector<std::vector<int>> all_; // with the cyclic ones
    std::vector<std::vector<int>> followed_;
    std::vector<std::vector<int>> through_; // empty: nothing is set aside
    std::vector<int> component_; // strongly connected component of each place
    std::vector<int> order_;
};

// What the commitment waits for, in the order in which it is written down: in place of what is set aside what that waits for. Ids that
// dangle are left out, and nothing stands twice.
std::vector<const Commitment*> waited_for(const Deal& deal, const Commitment& commitment);

}
