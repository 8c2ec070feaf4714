#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"
#include "core/calibration/ridge_logistic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What a table of deals says, and how it is read.
struct HistoryQuestion {
    std::string target;               // the column that says how a deal ended
    std::string positive;             // its value for a deal that was won; everything else is not won
    std::vector<std::string> open;    // its values for deals that have not ended; "unknown" and nothing are such too
    std::vector<std::string> dropped; // columns that are not looked at
};

// One column of answers. Values that differ in case or surrounding space only are one.
struct HistoryColumn {
    std::string name;
    std::vector<std::string> keys;   // in the order of their bytes; folded_answer of the value
    std::vector<std::string> values; // the same, as they were written
};

// The closed deals of a table, each once, in an order that depends on nothing but what they say; the columns by name.
struct HistoryRows {
    std::vector<HistoryColumn> columns;
    std::vector<int> levels; // row after row: for each column a place in its keys
    std::vector<std::uint8_t> won;
    int open = 0;       // rows that were left out
    int duplicates = 0; // the same

    int level(int row, int column) const {
        return levels[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)];
    }
};

// Without case and surrounding space; empty for everything that says that the answer is not known.
std::string folded_answer(std::string_view value);

// Rows that are equal in every column, dropped ones too, are one deal. Errors: columns that are not there or there twice, rows of another
// length, a value of the target that no row has, or more than can be worked on.
Result<HistoryRows> history_rows(const TextTable& table, const HistoryQuestion& question);

// Which of a column's values have a weight of their own. Seen from some of the rows, their outcomes aside.
enum class ColumnUse : std::uint8_t {
    used,
    constant, // the same value everywhere
    scattered // nearly every row has a value of its own
};

struct LevelPlaces {
    ColumnUse use = ColumnUse::used;
    std::vector<int> place; // of each level in the design, -1: none. Rare ones share a place
    int other = -1;         // the place they share, also for a value never seen
};

struct Design {
    std::vector<LevelPlaces> columns;
    int places = 0;
};

// Values of fewer than 5 rows are pooled (of more, should there be too many places), but for "unknown".
Design design_for(const HistoryRows& rows, const std::vector<int>& chosen);
// The chosen rows in that design.
OneHotRows one_hot(const HistoryRows& rows, const Design& design, const std::vector<int>& chosen);

}
