#pragma once

#include "core/calibration/history_rows.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

// Columns that say how a deal ended because they were filled in when it had: the reason of a loss, the number of the contract. With them
// the past looks easy to predict, and the next deal does not have them.

enum class LeakKind : std::uint8_t {
    one_outcome, // filled for deals with one outcome only
    nearly_alone // tells deals won from others nearly by itself
};

struct HistoryLeak {
    std::string column; // of the table
    LeakKind kind = LeakKind::one_outcome;
    int filled = 0;    // deals of which it says something
    bool won = false;  // of one_outcome: those that were won
    double auc = 0.5;  // of the column alone, each deal judged by the others
    bool kept = false; // asked for, and so looked at all the same
};

inline constexpr double auc_of_a_leak = 0.9;
// One outcome only could be luck: less often than this, and it is none.
inline constexpr double luck_of_a_leak = 0.001;

// By name. Some deals are won, and some are not.
std::vector<HistoryLeak> leaks_in(const HistoryRows& rows, const std::vector<std::string>& kept);

}
