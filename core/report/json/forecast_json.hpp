#pragma once

#include "core/outlook_reasons.hpp"

#include <string>
#include <vector>

namespace middleground {

// The report `forecast --json` of core/files/FORMATS.md. `sensitivity` and `reasons` may be null: then it says nothing of them. Ends in a line end.
std::string write_forecast(const Forecast& forecast, const Sensitivity* sensitivity, const ChanceReasons* reasons = nullptr);

}
