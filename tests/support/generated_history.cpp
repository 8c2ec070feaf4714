#include "tests/support/generated_history.hpp"

#include "core/base/math/exact_math.hpp"

#include <algorithm>
#include <cmath>

namespace middleground::test {

namespace {

// Between 0 and 1, and about normal, of basic operations only.
double even(Random& random) {
    return random.below(1u << 30) / static_cast<double>(1u << 30);
}
double about_normal(Random& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        sum += even(random);
    }
    return sum;
}

// With so many decimals.
std::string written(double value, int decimals) {
    double scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const auto units = static_cast<long long>(std::floor(value * scale + 0.5));
    auto text = std::to_string(units);
    if (decimals == 0) return text;
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    return text.insert(text.size() - places, ".");
}

}

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

NumberHistory generated_numbers(Random& random, int deals, int more) {
    const std::vector<GeneratedLevel> regions{{"North", 0.3}, {"South", -0.3}, {"East", 0.1}, {"West", -0.1}};
    const std::vector<GeneratedLevel> sources{{"Referral", 0.6}, {"Event", 0.1}, {"Web", -0.1}, {"Cold call", -0.6}};
    NumberHistory made;
    made.table.columns = {"Amount", "Days", "Employees", "Discount", "Meetings", "Score", "Region", "Source"};
    for (int i = 0; i < more; ++i) {
        made.table.columns.push_back("Signal " + std::to_string(i + 1));
    }
    made.table.columns.emplace_back("Status");
    for (int i = 0; i < deals; ++i) {
        const double amount = about_normal(random);
        const double days = about_normal(random);
        const double employees = about_normal(random);
        const bool employees_known = random.below(7) != 0;
        const double discount = 0.5 * random.below(61);
        const auto meetings = static_cast<double>(random.below(8) + random.below(8));
        const auto& region = regions[random.below(4)];
        const auto& source = sources[random.below(4)];
        double log_odds = -0.3 - 0.7 * amount + 0.4 - 0.4 * (days + 0.3) * (days + 0.3) + (discount > 15 ? -0.8 : 0.2);
        log_odds += employees_known ? 0.6 * std::clamp(employees, -1.0, 1.0) : -0.4;
        log_odds += 0.15 * (std::min(meetings, 8.0) - 6) + region.log_odds + source.log_odds;
        std::vector<std::string> row{written(exponential(10 + 1.1 * amount), 2),
                                     written(exponential(3.8 + 0.7 * days), 0),
                                     employees_known ? written(exponential(5 + 1.5 * employees), 0) : "",
                                     written(discount, 1),
                                     written(meetings, 0),
                                     written(even(random), 3),
                                     region.value,
                                     source.value};
        for (int column = 0; column < more; ++column) {
            const double signal = about_normal(random);
            log_odds += 0.1 * signal;
            row.push_back(written(exponential(4 + signal), 2));
        }
        const double chance = logistic(log_odds);
        made.chances.push_back(chance);
        row.push_back(even(random) < chance ? "Won" : "Lost");
        made.table.rows.push_back(std::move(row));
    }
    return made;
}

std::size_t column_place(const TextTable& table, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, name) - table.columns.begin());
}

}
