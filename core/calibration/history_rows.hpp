#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What a table of deals says, and how it is read.
struct HistoryQuestion {
    std::string target;                  // the column that says how a deal ended
    std::string positive;                // its value for a deal that was won; everything else is not won
    std::vector<std::string> open;       // its values for deals that have not ended; "unknown" and nothing are such too
    std::vector<std::string> dropped;    // columns that are not looked at
    std::vector<std::string> kept = {};  // columns that are looked at although they give the outcome away (history_leaks.hpp)
    std::string closed_on = {};          // the column with the day on which a deal ended; empty: there is none
    std::optional<DateOrder> dates = {}; // of days and months in dates; nothing: as the dates show
};

// What a column holds. Of numbers: nearly all that is known can be read as one, and there are more than ten; of days the same.
enum class HistoryKind : std::uint8_t {
    category,
    number,
    age,  // days from a column of days to the end of the deal, or, where that is not known of any, to the latest day of that column
    month // of a column of days
};

// One column of answers. Values that differ in case or surrounding space only are one. Each different answer is a level; the first is
// "not known", if some deal does not say.
struct HistoryColumn {
    std::string name;   // "Created: age in days"
    std::string source; // the column of the table: "Created"
    HistoryKind kind = HistoryKind::category;
    std::vector<std::string> keys;   // in the order of their bytes; folded_answer of the value
    std::vector<std::string> values; // the same, as they were written
    std::vector<double> numbers;     // of numbers and ages instead of both: ascending; 0 for "not known"
    bool has_unknown = false;
    char point = 0; // the decimal point of the numbers, where they show it

    std::size_t count() const { return is_numeric() ? numbers.size() : keys.size(); }
    bool is_numeric() const { return kind == HistoryKind::number || kind == HistoryKind::age; }
};

// The closed deals of a table, each once, in an order that depends on nothing but what they say; the columns by name.
struct HistoryRows {
    std::vector<HistoryColumn> columns;
    std::vector<int> levels; // row after row: for each column one of its levels
    std::vector<std::uint8_t> won;
    std::vector<std::optional<std::int32_t>> closed_on; // days since 1970, one for each row; empty without such a column
    int open = 0;                                       // rows that were left out
    int duplicates = 0;                                 // the same

    int count() const { return static_cast<int>(won.size()); }
    int level(int row, int column) const {
        return levels[static_cast<std::size_t>(row) * columns.size() + static_cast<std::size_t>(column)];
    }
};

// Without case and surrounding space; empty for everything that says that the answer is not known.
std::string folded_answer(std::string_view value);

// Rows that are equal in every column, dropped ones too, are one deal. Errors: columns that are not there or there twice, rows of another
// length, a value of the target that no row has, days of ends that are none, dates that can be read in two ways, or more than can be
// worked on.
Result<HistoryRows> history_rows(const TextTable& table, const HistoryQuestion& question);

// The same as if those columns of the table had been dropped.
HistoryRows without_columns(const HistoryRows& rows, const std::vector<std::string>& sources);

// A column whose values are days, whatever their order of numbers.
bool is_column_of_days(const TextTable& table, std::size_t column);

}
