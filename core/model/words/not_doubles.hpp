#pragma once

#include "core/base/id.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace middleground {

// What the user said of two people or deals that looked like one: they are two, and it is not proposed again.
struct NotDoubles {
    DealId deal; // of the two people; empty: these are two deals
    std::string one;
    std::string other;

    bool operator==(const NotDoubles&) const = default;
};

// In whichever order they are named.
inline bool are_not_doubles(std::span<const NotDoubles> known, const DealId& deal, std::string_view one, std::string_view other) {
    return std::ranges::any_of(known, [&](const NotDoubles& pair) {
        return pair.deal == deal && ((pair.one == one && pair.other == other) || (pair.one == other && pair.other == one));
    });
}

}
