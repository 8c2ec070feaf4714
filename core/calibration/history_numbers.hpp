#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace middleground {

// Numbers as cells of a history have them, and as we write the bounds of a bin. The same bits everywhere.

// "1.234,50", "$184k", "USD 1,000.00 (EUR 920.00)", "(1,200)", "-3", "45 %", "1.5E+05": amounts as the import reads them
// (core/base/money.hpp), and what may stand before and behind other numbers. `point` is the decimal point of the column, 0 where
// nothing shows it: then a single separator before exactly three digits groups. Nothing for what is no number.
std::optional<double> history_number(std::string_view cell, char point);

// The decimal point of a column: '.' or ',' where some number can only be read with that one ("12.5") and none speaks against it, else 0.
char decimal_point_of(std::span<const std::string_view> cells);

// "12,500", "0.25", "-3": up to six decimals.
std::string number_words(double value);

// The shortest decimal above `low` and at most `high`.
double round_number_between(double low, double high);

}
