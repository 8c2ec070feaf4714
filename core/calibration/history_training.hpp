#pragma once

#include "core/calibration/history_design.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

class Random;

// A model of some of the rows of a history, and what it says of others.
struct TrainedHistory {
    Design design;
    ChosenFit fit; // weights as differences from the average of the rows: a value never seen has none
};

// Of nothing but the chosen rows, in ascending order: not which values are rare, not where numbers are divided, not the penalty, not the
// scaling comes from others. Some of them are won, and some are not.
TrainedHistory train_history(const HistoryRows& rows, const std::vector<int>& chosen);

// The chance of each of the chosen rows.
std::vector<double> chances_of(const TrainedHistory& trained, const HistoryRows& rows, const std::vector<int>& chosen);

std::vector<int> all_rows(const HistoryRows& rows);

// The part of each row; every part has the same share of won deals, up to one.
std::vector<int> dealt_parts(const std::vector<std::uint8_t>& won, int folds, Random& random);

struct RowsOfPart {
    std::vector<int> inside;
    std::vector<int> outside;
};
RowsOfPart rows_of_part(const std::vector<int>& part, int which);

}
