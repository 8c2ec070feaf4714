#pragma once

#include "core/forecast/draws.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace middleground {

// Distributions as tables of their quantiles, one row for each of `quantile_rows` equal slices of probability, taken at its middle.

// The log-odds of a chance that is Beta(a, b) distributed. Each pair is worked out once and kept; a playbook has few.
class BetaLogOdds {
public:
    using Rows = std::array<double, quantile_rows>;

    BetaLogOdds();
    // a, b > 0; a + b is taken as at most 4,000. Valid until the next call.
    const Rows& of(double a, double b);

private:
    Rows rows_of(double a, double b) const;

    struct Known {
        double a = 0;
        double b = 0;
        Rows rows{};
    };
    std::vector<Known> known_;
    std::vector<double> log_chance_; // ln p and ln (1 - p) on an even grid of log-odds
    std::vector<double> log_rest_;
};

// Whole days of a triangular distribution; min <= mode <= max.
std::array<std::uint16_t, quantile_rows> triangular_days(int min, int mode, int max);

// How much of a hazard is survived: -ln(1 - u) in millionths, at the middle of 4,096 slices.
inline constexpr int patience_rows = 4096;
std::vector<std::uint32_t> patience();

}
