#pragma once

#include "core/base/money.hpp"

#include <span>

namespace middleground {

// The ISO 4217 codes in use, in order of the alphabet.
std::span<const std::string_view> known_currencies();

// The same number of another currency, as when it was typed with the wrong one: 184,000 EUR is 184,000 JPY. Nothing is exchanged; decimals
// that the other one does not have are rounded. `money` is not negative.
Money in_currency(const Money& money, std::string_view currency);

}
