#pragma once

#include "core/merge/merge_run.hpp"

// Only merge.cpp uses it.
namespace middleground::merging {

// The merged deal by what was chosen; the run then holds what was asked and what came in.
Deal merged_deal(const MergeInput& input, Run& run);

}
