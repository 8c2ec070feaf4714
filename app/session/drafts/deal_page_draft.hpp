#pragma once

#include <string>

namespace middleground {

// The page of a deal: which of the next asks its card shows, and what a deal without a plan would start with.
struct DealPageDraft {
    int ask_index = 0;
    bool ask_more_open = false; // on a phone: why, and the other ways on
    std::string playbook;       // chosen for a deal without a plan
};

}
