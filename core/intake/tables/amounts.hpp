#pragma once

#include "core/base/error.hpp"
#include "core/base/money.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// What the cells of imported tables say of amounts.

// "$1,234,567", "1.234.567,00 EUR", "CHF 12'500.00", "1.2E+05", "50 lakhs", "~5000", "USD 1,000.00 (EUR 920.00)": what stands in brackets behind the
// amount is the same converted. `decimals`: how the column writes them, for "3,100" and "1.500", which can be read both ways; nothing: they
// group. `chosen`: a person said so; else "$120,000" groups whatever the column does, as nobody writes money with three decimals. "1,234 Mio" is
// read only where the column says how. More decimals than the currency has are rounded. Fails on what is negative, on a range, on "kr" where `currency` is none of
// those called so, and on anything else, with words.
Result<Money> imported_money(std::string_view cell, std::string_view currency, std::optional<DecimalSign> decimals = {}, bool chosen = true);
// A currency in which any amount can be read, to see whether it is one.
inline constexpr std::string_view any_currency = "SEK";

// What an amount shows of how its column writes decimals. Where a unit stands beside it ("1,2 Mio"), it says so of itself alone.
enum class DecimalHint : std::uint8_t { nothing, point, comma, either };
DecimalHint decimal_hint(std::string_view cell);

// Whether a cell of amounts, days or choices says that there is none: "-", "n/a", "k. A.", "tbd".
bool says_nothing(std::string_view cell);

// A code that stands in a heading: "Amount (USD)", "Betrag in EUR". Empty: none.
std::string_view currency_in(std::string_view heading);
// What a column of currencies says: "EUR", "RMB", "USD - US Dollar", "Euro", "€". Empty: it is not known.
std::string currency_named(std::string_view text);

}
