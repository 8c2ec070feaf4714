#pragma once

#include "app/session/forecasts.hpp"
#include "core/base/money.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace middleground {

// The expected amount of open deals by the month in which they are won, from the same futures for all: sums of futures, not of products.
struct MonthlyAmount {
    std::int32_t month = 0; // months since 1970-01
    bool later = false;     // this one and all that follow
    Money expected;
    Money low;  // 1 in 10 futures has less
    Money high; // 1 in 10 has more
};
inline constexpr std::int32_t months_apart = 12; // after the present one; what comes later stands together
// By currency, then by month: every month from the first that has something to the last one, so that they add up to what is expected. Deals
// without a forecast or amount are left out.
std::vector<MonthlyAmount> monthly_amounts(std::span<const Outlook* const> outlooks, Date today);

}
