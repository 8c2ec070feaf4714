#pragma once

#include "core/base/random.hpp"
#include "core/base/text_table.hpp"

#include <string>
#include <vector>

namespace middleground::test {

struct GeneratedLevel {
    std::string value;
    double log_odds = 0;
};

struct GeneratedColumn {
    std::string name;
    std::vector<GeneratedLevel> levels; // each as likely as the others
};

// Deals that are won with logistic(base + the log-odds of their answers), each answer drawn for itself. The last column, "Status", says
// "Won" or "Lost"; the one before it, "Id", makes every row different.
TextTable generated_history(Random& random, int deals, double base, const std::vector<GeneratedColumn>& columns);

// Deals with columns of numbers, of which the truth is known: Amount, Days, Employees (one in seven blank), Discount, Meetings, Score (says
// nothing), two categories, and "Status". Amounts and the like bend, have a best value or a step. With `more`, so many columns of numbers
// more that say a little each.
struct NumberHistory {
    TextTable table;
    std::vector<double> chances; // of each deal, as it was drawn with
};
NumberHistory generated_numbers(Random& random, int deals, int more = 0);

// The place of a column.
std::size_t column_place(const TextTable& table, const std::string& name);

}
