#pragma once

#include "core/base/id.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

enum class CloseAs : std::uint8_t { won, lost, no_decision };

// Saying how a deal ended: what was chosen and typed so far.
struct CloseDraft {
    bool open = false;
    bool just_opened = false;
    DealId deal; // the open one, or one of the list
    CloseAs as = CloseAs::won;
    std::string on;                   // as typed; empty: today
    std::string to;                   // lost: to whom; empty: not known
    bool to_somebody_else = false;    // a name is typed instead of chosen
    std::vector<std::string> reasons; // in the order picked
    std::string why;                  // in own words
    std::string lesson;               // what would have changed it
    bool keep_decision = true;        // won: the deciding commitment is marked as kept on that day
    std::string error;
};

}
