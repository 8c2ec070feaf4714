#pragma once

#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// Cells between tabs, as spreadsheets and browsers put them on the clipboard: one sheet. A cell with a line end or a tab in it stands in quotation marks, each
// of its own twice; one that is never closed stands for itself. At most most_pasted_rows rows.
void read_pasted(std::string_view text, records::FileRecords& records);
inline constexpr std::size_t most_pasted_rows = 250000;
inline constexpr std::size_t most_pasted_cells = 5000000;

}
