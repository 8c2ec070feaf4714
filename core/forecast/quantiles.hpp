#pragma once

#include "core/forecast/draws.hpp"
#include "core/forecast/settings.hpp"
#include "core/model/playbook.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace middleground {

// Distributions as tables of their quantiles, one row for each of `quantile_rows` equal slices of probability, taken at its middle.

// Whole days of a triangular distribution; min <= mode <= max.
std::array<std::uint16_t, quantile_rows> triangular_days(int min, int mode, int max);

// Whole days of a log-normal distribution: its median, and the standard deviation of its logarithm. `normal` are the quantiles of the
// standard normal distribution.
using QuantileRows = std::array<double, quantile_rows>;
std::array<std::uint16_t, quantile_rows> log_normal_days(double median, double spread, const QuantileRows& normal);

// How much of a hazard is survived, in `patience_rows` slices.
inline constexpr int patience_rows = 4096;

// The tables that many plans share, because they take a while.
class ForecastTables {
public:
    using Rows = QuantileRows;

    ForecastTables();
    // The log-odds of a chance that is Beta(a, b) distributed: a, b > 0; a + b is taken as at most 4,000. Each pair is worked out once and
    // kept; a playbook has few. Valid until the next call.
    const Rows& log_odds(double a, double b);
    // -ln(1 - u) in millionths.
    const std::vector<std::uint32_t>& patience() const { return patience_; }
    // Of the standard normal distribution.
    const Rows& normal() const { return normal_; }

    // What own_base_odds has found.
    struct KeptBase {
        std::optional<Playbook> playbook;
        ForecastSettings settings;
        int won = 0; // of 1,000
        double base = 0;
    };
    std::vector<KeptBase>& kept_bases() { return kept_bases_; }

private:
    Rows rows_of(double a, double b) const;

    struct Known {
        double a = 0;
        double b = 0;
        Rows rows{};
    };
    std::vector<Known> known_;
    std::vector<KeptBase> kept_bases_;
    std::vector<double> log_chance_; // ln p and ln (1 - p) on an even grid of log-odds
    std::vector<double> log_rest_;
    std::vector<std::uint32_t> patience_;
    Rows normal_{};
};

}
