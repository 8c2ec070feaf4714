#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground::io {

// Decimal numbers as integers, so that files give the same numbers everywhere and no locale or rounding comes in.

// "0.25" with 3 places is 250; nothing when it is no plain decimal ("1e3"), has more places (but for zeros), or more than 15 digits.
std::optional<std::int64_t> parse_decimal(std::string_view text, int places);
// 250 with 3 places is "0.25": no zeros at the end, no point without need.
std::string format_decimal(std::int64_t value, int places);

}
