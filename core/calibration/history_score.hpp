#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace middleground {

// How good predicted chances were. `won` has one value for each prediction.

// The share of the pairs of a deal won and one not won in which the won one has the higher value, ties half. 0.5 when there are no pairs.
double area_under_curve(std::span<const double> values, std::span<const std::uint8_t> won);
// Its standard error for so many deals (Hanley and McNeil 1982).
double area_error(double area, int won, int not_won);

// The mean of (chance - outcome)^2, and its standard error.
struct BrierScore {
    double mean = 0;
    double error = 0;
};
BrierScore brier_score(std::span<const double> chances, std::span<const std::uint8_t> won);

// What became of the deals whose chance lay in one part of 0..1.
struct ReliabilityBin {
    double from = 0; // the chances: from (with) .. to (without, but for 1)
    double to = 1;
    int deals = 0;
    int won = 0;
    double predicted = 0; // mean chance
    double observed = 0;  // share won
    double low = 0;       // 90 % interval of what the share would be among many such deals (Jeffreys)
    double high = 1;
};
// Equal parts; those without a deal are left out.
std::vector<ReliabilityBin> reliability(std::span<const double> chances, std::span<const std::uint8_t> won, int bins);

}
