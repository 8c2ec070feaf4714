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
// Whether it is one of the ISO 4217 codes in use; only those are taken for a currency in what a person types.
bool is_known_currency(std::string_view code);
// The currency whose sign stands at that end of the text, and the text without it; empty when there is none. "$" and "¥" mean the default
// currency where that has the same sign ("CAD", "CNY").
enum class SignPlace : std::uint8_t { before, after };
std::string_view currency_of_sign(std::string_view text, SignPlace place, std::string_view default_currency, std::string_view& rest);

// "€184,000", "¥1,200": sign where one is common, else the code: "KWD 1,234.500". Decimals only when not zero.
std::string format_money(const Money& money);

// What a person types: "184000", "184,000.50", "184.000,50", "184 000", "€184k", "1.2m USD". Without a sign or code the given currency is
// meant. A single separator followed by exactly three digits groups; otherwise it is the decimal point. (For currencies of three decimals a
// single '.' is always the decimal point, so that what format_money writes reads back.) Fails on negative amounts, on more decimals than
// the currency has, and on anything beyond 64 bits.
Result<Money> parse_typed_money(std::string_view text, std::string_view default_currency);

}
