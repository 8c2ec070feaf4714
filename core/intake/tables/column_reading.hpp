#pragma once

#include "core/base/date.hpp"
#include "core/base/text_table.hpp"
#include "core/intake/tables/recognise.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a column was taken for, with what stands in it: what a person needs to see that it is right.
struct ColumnReading {
    std::string heading;
    ImportField field = ImportField::nothing;
    OwnColumn own; // where it is a field of one's own
    std::vector<std::string> values; // up to three different ones, on one line, cut to 120 bytes
    int filled = 0;                  // rows that have a value
    int unread = 0;                  // of days and amounts: values that are neither
};
// Of a large table only so many rows are looked at, evenly; then `filled` and `unread` are for as many rows as there are, about.
std::vector<ColumnReading> column_readings(const FileTable& file, const TableMapping& mapping);

// Of a table without a day by which deals are expected: a column that means nothing so far and has such days, but none that is exact ("Q3", "end of August").
struct VagueDays {
    std::string heading;
    std::string example;
};
std::optional<VagueDays> vague_days_in(const TextTable& table, const TableMapping& mapping, Date today);

}
