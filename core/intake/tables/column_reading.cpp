#include "core/intake/tables/column_reading.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/intake/tables/own_columns.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_values = 3;
constexpr std::size_t longest_value = 120;

bool is_day_field(ImportField field) {
    using enum ImportField;
    return field == close_date || field == closed_on || field == created || field == changed;
}

}

std::vector<ColumnReading> column_readings(const FileTable& file, const TableMapping& mapping) {
    const auto& rows = file.table.rows;
    const auto dates = date_order_of(file.table, mapping);
    const auto decimals = decimal_sign_of(file.table, mapping);
    const auto stride = std::max<std::size_t>(1, (rows.size() + most_rows - 1) / most_rows);
    std::vector<ColumnReading> readings;
    for (std::size_t column = 0; column < file.table.columns.size(); ++column) {
        ColumnReading reading;
        reading.heading = file.table.columns[column];
        if (column < mapping.fields.size()) reading.field = mapping.fields[column];
        if (column < mapping.own.size()) reading.own = mapping.own[column];
        for (std::size_t i = 0; i < rows.size(); i += stride) {
            const auto cell = trimmed(rows[i][column]);
            if (cell.empty()) continue;
            reading.filled += 1;
            if (is_day_field(reading.field)) {
                reading.unread += !says_no_day(cell) && !imported_date(cell, dates.columns[column]) ? 1 : 0;
            } else if (reading.field == ImportField::own_field) {
                reading.unread += own_cell(cell, reading.own.kind, dates.columns[column], decimals.sign) ? 0 : 1;
            } else if (reading.field == ImportField::amount) {
                reading.unread += !says_nothing(cell) && !imported_money(cell, "EUR", decimals.sign) ? 1 : 0;
            }
            if (reading.values.size() == most_values) continue;
            auto value = clean_line(cell, longest_value);
            if (std::ranges::find(reading.values, value) == reading.values.end()) reading.values.push_back(std::move(value));
        }
        if (stride > 1) {
            reading.filled = std::min(reading.filled * static_cast<int>(stride), static_cast<int>(rows.size()));
            reading.unread = std::min(reading.unread * static_cast<int>(stride), reading.filled);
        }
        readings.push_back(std::move(reading));
    }
    return readings;
}

}
