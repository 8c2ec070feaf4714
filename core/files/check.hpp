#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"

#include <vector>

namespace middleground::io {

// Every broken rule of a deal that came in, in the order of the file. What happened "tomorrow" passes: whoever wrote it may live further
// east, where that day has begun.
std::vector<Error> broken_rules(const Deal& deal, Date today);
// The first of them, or nothing.
Result<void> check(const Deal& deal, Date today);

}
