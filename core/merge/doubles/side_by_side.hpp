#pragma once

#include "core/merge/merge.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Two things that become one, member by member. `mine` is the one that is kept, `theirs` the one that goes into it.

// One member in which the two differ. Texts are for people; empty: nothing.
struct FieldOfTwo {
    std::string field; // as FORMATS.md calls it
    std::string label; // "Title"
    std::string kept;
    std::string gone;
    std::vector<MergeSide> choices; // mine, theirs, and for texts both
    MergeSide usual = MergeSide::mine; // what is done where nobody chooses

    bool operator==(const FieldOfTwo&) const = default;
};
// By FieldOfTwo::field; what is not in it is done as usual.
using FieldChoices = std::map<std::string, MergeSide, std::less<>>;

}
