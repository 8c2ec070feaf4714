#pragma once

#include "core/base/error.hpp"
#include "core/merge/doubles/side_by_side.hpp"
#include "core/model/edit/edit.hpp"

#include <string>
#include <vector>

namespace middleground {

// Two people of one deal become one.
struct PeopleSideBySide {
    std::vector<FieldOfTwo> fields;
    std::vector<std::string> follows; // what else happens, each a sentence
};

// Fails for somebody who is not in the deal, or is the same. Of two names the fuller one is usual: "Anna Müller" before "A. Müller".
Result<PeopleSideBySide> people_side_by_side(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone, Date today);

// The edit, with nothing of either lost: what was not chosen, and what a second line of influence said, stands in the notes. Whether the deal
// allows it says apply().
Result<edit::MergePeople> merging_people(const Deal& deal, const StakeholderId& kept, const StakeholderId& gone, const FieldChoices& choices, Date today);

}
