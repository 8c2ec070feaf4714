#include "core/report/json/json_numbers.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

namespace middleground {

io::Json rounded(double value) {
    const auto micro = std::llround(value * 1e6);
    const auto whole = std::llabs(micro) / 1000000;
    auto decimals = std::to_string(std::llabs(micro) % 1000000);
    decimals.insert(0, 6 - decimals.size(), '0');
    while (decimals.ends_with('0')) {
        decimals.pop_back();
    }
    if (decimals.empty()) {
        return micro < 0 ? -whole : whole;
    }
    return io::make_decimal((micro < 0 ? "-" : "") + std::to_string(whole) + "." + decimals);
}

}
