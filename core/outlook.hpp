#pragma once

#include "core/assessment.hpp"
#include "core/forecast/forecast_plan.hpp"

namespace middleground {

// What the forecast reads of an assessed deal. Push and passivity are given apart: comparisons keep those of the deal as it is.
// The result refers to `deal` and `playbook` (may be null).
ForecastInput forecast_input(const Deal& deal, const Playbook* playbook, const Consensus& consensus, const BalanceScore& score, Date today);

}
