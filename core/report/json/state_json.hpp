#pragma once

#include "core/assessment.hpp"

#include <string>

namespace middleground {

// What `show --json` and window.middleground.state() give: the deal's file form, its plan, and what follows from it. Specified in
// core/files/FORMATS.md. The same deal, assessment and day give the same bytes everywhere.
std::string write_state(const Deal& deal, const Assessment& assessment, Date today);

}
