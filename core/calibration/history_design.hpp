#pragma once

#include "core/calibration/history_rows.hpp"
#include "core/calibration/ridge_logistic.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

// Which of a column's answers have a weight of their own. Seen from some of the rows, their outcomes aside.
enum class ColumnUse : std::uint8_t {
    used,
    constant, // the same value everywhere
    scattered // nearly every row has a value of its own
};

struct LevelPlaces {
    ColumnUse use = ColumnUse::used;
    std::vector<int> place;    // of each level in the design, -1: none. Rare ones share a place, numbers of one bin too
    int other = -1;            // the place that rare ones share, also for a value never seen
    int first_bin = -1;        // of numbers: the place of the lowest bin; the others follow
    std::vector<double> edges; // of numbers: where each bin but the lowest begins, ascending
};

struct Design {
    std::vector<LevelPlaces> columns;
    int places = 0;
};

// Of a number's known values, as many in each bin as can be: what the weights of a curve can be told by.
inline constexpr int most_bins = 8;

// Values of fewer than 5 rows are pooled (of more, should there be too many places), but for "unknown". Numbers are divided at the
// quantiles of the chosen rows into at most 8 bins of at least 5 rows; those that are not known have a place of their own.
Design design_for(const HistoryRows& rows, const std::vector<int>& chosen);
// The chosen rows in that design.
OneHotRows one_hot(const HistoryRows& rows, const Design& design, const std::vector<int>& chosen);

}
