#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

// An amount in minor units of an ISO 4217 currency: {18400000, "EUR"} is 184,000 euros.
struct Money {
    std::int64_t minor = 0;
    std::string currency; // three capital letters

    bool operator==(const Money&) const = default;
};

// How many decimals the currency has: 2 for most, 0 for JPY, 3 for KWD, 4 for CLF. Unknown codes have 2.
int currency_exponent(std::string_view currency);
bool is_currency_code(std::string_view text);

// "€184,000", "¥1,200": sign where one is common, else the code: "KWD 1,234.500". Decimals only when not zero.
std::string format_money(const Money& money);

// What a person types: "184000", "184,000.50", "184.000,50", "184 000", "€184k", "1.2m USD". Without a sign or code the given currency is meant.
// A single separator followed by exactly three digits groups; otherwise it is the decimal point. Fails on negative amounts, on more decimals
// than the currency has, and on anything beyond 64 bits.
Result<Money> parse_typed_money(std::string_view text, std::string_view default_currency);

}
