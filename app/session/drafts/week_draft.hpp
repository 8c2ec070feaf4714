#pragma once

#include <set>
#include <string>

namespace middleground {

// Week: which one, and how much of it is shown.
struct WeekDraft {
    int back = 0;                // weeks before this one
    std::set<std::string> whole; // headings of the groups that are shown to their end
};

}
