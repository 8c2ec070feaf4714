#pragma once

#include "core/outlook.hpp"

#include <string>
#include <vector>

namespace middleground {

// The report `forecast --json` of core/files/FORMATS.md. `sensitivity` may be null: then there is no table in it. Ends in a line end.
std::string write_forecast(const Forecast& forecast, const Sensitivity* sensitivity);

}
