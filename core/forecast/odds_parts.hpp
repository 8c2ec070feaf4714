#pragma once

#include "core/forecast/prepared_deal.hpp"

#include <vector>

namespace middleground {

// What the deal as a whole says, looked up once for all its commitments.
class OddsOf {
public:
    // `before` are the places of the commitments that the decision waits for, the deciding one included.
    OddsOf(const ForecastInput& input, const ForecastSettings& settings, const std::vector<int>& before);

    OddsParts of(const Commitment& commitment) const;
    int against() const { return against_; }
    int group() const { return static_cast<int>(input_.opinions.size()) + input_.unnamed; }

private:
    double mean_opinion(const Commitment& commitment) const;
    double concerns(const Commitment& commitment) const;
    bool is_value_offered(const Commitment& commitment) const;

    const ForecastInput& input_;
    const ForecastSettings& settings_;
    double group_opinion_ = 0;
    int against_ = 0;
    int skipped_ = 0;
};

// How often it was declined or broken.
int refusals(const Commitment& commitment);

}
