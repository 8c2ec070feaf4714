#pragma once

#include "core/codec/json_tree.hpp"
#include "core/model/deal.hpp"

namespace middleground::io {

// The part of the `state` report that follows from the deal without any analysis: the deal's file form under "deal", and its plan.
// core/report adds the rest and writes it.
Json state_to_json(const Deal& deal, Date today);

}
