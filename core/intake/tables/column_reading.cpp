#include "core/intake/tables/column_reading.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/intake/tables/own_columns.hpp"

#include <algorithm>
#include <variant>

namespace middleground {

namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_values = 3;
constexpr std::size_t longest_value = 120;
constexpr std::size_t rows_of_vague_days = 300;

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
                reading.unread += !says_nothing(cell) && !imported_money(cell, any_currency, decimals.sign, decimals.chosen) ? 1 : 0;
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

std::optional<VagueDays> vague_days_in(const TextTable& table, const TableMapping& mapping, Date today) {
    for (std::size_t i = 0; i < mapping.fields.size() && i < table.columns.size(); ++i) {
        if (mapping.fields[i] == ImportField::close_date) return {};
    }
    for (std::size_t i = 0; i < mapping.fields.size() && i < table.columns.size(); ++i) {
        if (mapping.fields[i] != ImportField::nothing) continue;
        int filled = 0, vague = 0;
        std::string example;
        for (std::size_t row = 0; row < std::min(table.rows.size(), rows_of_vague_days); ++row) {
            const auto cell = trimmed(table.rows[row][i]);
            if (says_nothing(cell) || says_no_day(cell)) continue;
            filled += 1;
            constexpr std::size_t longest = 40;
            const bool has_words = std::ranges::any_of(cell, is_ascii_letter);
            if (cell.size() > longest || !has_words || !std::holds_alternative<Date>(read_typed_date(cell, today))) continue;
            vague += 1;
            if (example.empty()) example = clean_line(cell, longest);
        }
        if (vague > 1 && vague * 2 >= filled) return VagueDays{table.columns[i], example};
    }
    return {};
}

}
