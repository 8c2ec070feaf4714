#pragma once

#include "core/base/error.hpp"
#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// The sheets of an .xlsx (ECMA-376): each cell as a person would type it; days as 2026-06-30 by the format of the cell (and with the old calendar of
// the Mac where the workbook says so), numbers without grouping, TRUE and FALSE, what formulas gave last. Empty sheets are left out, hidden ones
// marked. An error: no zip that can be opened, cut off, protected with a password, larger unpacked than the limits.
Result<void> read_workbook(std::string_view bytes, records::FileRecords& records);

inline constexpr std::uint32_t most_unpacked = 100u << 20; // bytes of all parts together
inline constexpr std::size_t most_rows = 250000;           // of one sheet
inline constexpr std::size_t most_columns = 500;
inline constexpr std::size_t most_cells = 5000000;         // of all sheets

}
