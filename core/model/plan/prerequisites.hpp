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

    // Places of the prerequisites that can be followed (outside any cycle), ascending.
    const std::vector<int>& prerequisites(int place) const { return followed_[static_cast<std::size_t>(place)]; }
    // Every place: a prerequisite before what waits for it, among equals the user's order.
    const std::vector<int>& order() const { return order_; }
    // The cycles, one for each component of commitments that wait for each other: places in the order "first waits for second ...", not closed.
    std::vector<std::vector<int>> cycles() const;

private:
    std::vector<std::vector<int>> all_; // with the cyclic ones
    std::vector<std::vector<int>> followed_;
    std::vector<int> component_; // strongly connected component of each place
    std::vector<int> order_;
};

}
