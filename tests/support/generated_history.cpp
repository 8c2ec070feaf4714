#include "tests/support/generated_history.hpp"

#include "core/base/math/exact_math.hpp"

#include <algorithm>

namespace middleground::test {

TextTable generated_history(Random& random, int deals, double base, const std::vector<GeneratedColumn>& columns) {
    TextTable table;
    for (const auto& column : columns) {
        table.columns.push_back(column.name);
    }
    table.columns.insert(table.columns.end(), {"Id", "Status"});
    for (int i = 0; i < deals; ++i) {
        std::vector<std::string> row;
        double log_odds = base;
        for (const auto& column : columns) {
            const auto& level = column.levels[random.below(static_cast<std::uint32_t>(column.levels.size()))];
            row.push_back(level.value);
            log_odds += level.log_odds;
        }
        row.push_back(std::to_string(i));
        row.push_back(random.below(1000000) < logistic(log_odds) * 1000000 ? "Won" : "Lost");
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::size_t column_place(const TextTable& table, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, name) - table.columns.begin());
}

}
