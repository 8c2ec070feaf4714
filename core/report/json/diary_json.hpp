#pragma once

#include "core/diary/how_good.hpp"

#include <string>

namespace middleground {

// How good the forecast was, as FORMATS.md says. Ends with a line end.
std::string write_how_good(const HowGood& good);

}
