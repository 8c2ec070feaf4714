#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"
#include "core/model/limits.hpp"

#include <vector>

namespace middleground {

// Every broken rule of the deal, in the order of the file, the first 1,000 of them; empty means valid. `today` bounds what has happened:
// who reads files of other time zones may pass tomorrow.
// `where` names the thing as a person knows it and its place in the file: "commitment 3, \"Invest\"".
// Rules: ids are well-formed and unique, references exist, prerequisites have no cycle, exactly one deciding commitment when there are any,
// dates of what happened lie between `opened` and `today`, events are legal moves in order of date, numbers lie in their ranges, texts are
// UTF-8 within limits.
std::vector<Error> validate(const Deal& deal, Date today);

}
