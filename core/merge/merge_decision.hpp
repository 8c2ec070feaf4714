#pragma once

#include "core/merge/merge_run.hpp"

namespace middleground::merging {

// Exactly one commitment decides, and none that is set aside: which one is a fact of the whole plan. Asks when both sides chose another.
void decide_decision(const MergeInput& input, Run& run, Deal& deal);

}
