#pragma once

#include "core/analysis/wording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The check of a text as JSON, as FORMATS.md has it under "Wording check". `hits` are places of `text`.
std::string write_wording_check(std::string_view text, std::string_view language, const std::vector<WordingHit>& hits);

}
