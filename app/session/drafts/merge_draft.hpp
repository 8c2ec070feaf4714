#pragma once

#include "core/merge/merge.hpp"

#include <cstdint>
#include <map>

namespace middleground {

// What was chosen so far where two copies of a deal differ.
struct MergeDraft {
    std::uint64_t preview = 0; // the revision of the copy that is looked at
    std::map<MergePlace, MergeSide> chosen;
};

}
