#pragma once

#include "core/calibration/history_rows.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the cells of a column are, and which different answers there are.

using HistoryCells = std::vector<std::string_view>;

struct NamedCells {
    std::string name;
    HistoryCells cells;      // of closed deals
    bool ends_deals = false; // the day on which a deal ended
};

// For each column how its days are written; nothing where it holds no days. Of 03/04/2026 and its like a column shows the order, or the
// other columns do, or `chosen` says it; else it is an error.
Result<std::vector<std::optional<DateOrder>>> date_orders(const std::vector<NamedCells>& columns, std::optional<DateOrder> chosen);

// Days since 1970; nothing for what is no day.
std::vector<std::optional<std::int32_t>> days_in(const HistoryCells& cells, DateOrder order);

// Nearly all that is known is a day, and there are so many different ones that each says little.
bool are_days(const HistoryCells& cells);

// A column and the level of each row.
struct ColumnLevels {
    HistoryColumn column;
    std::vector<int> levels;
};

// Of a column that holds no days: numbers or categories.
ColumnLevels answers_in(const NamedCells& column);
// Of a column of days: how long before the end of the deal, or before its own latest day where `ends` is empty; and the month.
std::vector<ColumnLevels> day_answers(const std::string& name, std::span<const std::optional<std::int32_t>> days,
                                      std::span<const std::optional<std::int32_t>> ends);

}
