#include "core/codec/decimal.hpp"

#include <cstdlib>

namespace middleground::io {

std::optional<std::int64_t> parse_decimal(std::string_view text, int places) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t value = 0;
    int digits = 0;
    int decimals = -1; // -1: the point did not come yet
    for (const char c : text) {
        if (c == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > 15) return {};
        if (decimals >= places) {
            if (c != '0') return {};
            continue;
        }
        value = value * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    if (digits == 0 || decimals == 0) return {};
    for (int i = decimals < 0 ? 0 : decimals; i < places; ++i) {
        if (value > 1'000'000'000'000'000) return {};
        value *= 10;
    }
    return negative ? -value : value;
}

std::string format_decimal(std::int64_t value, int places) {
    auto digits = std::to_string(std::llabs(value));
    const auto wanted = static_cast<std::string::size_type>(places) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::string::size_type>(places), 1, '.');
    while (digits.ends_with('0')) {
        digits.pop_back();
    }
    if (digits.ends_with('.')) digits.pop_back();
    return (value < 0 ? "-" : "") + digits;
}

}
