#pragma once

#include "core/model/deal.hpp"

#include <optional>
#include <string>

namespace middleground {

// The first thing that happened in a deal, after which it cannot have been opened; and the last thing that happened to a commitment, before
// which it cannot have ended.
struct DatedEvent {
    Date on;
    std::string what; // goes after "when": "Marcus Olsen was called", "“Review” was kept"
};
// Nothing when nothing happened yet.
std::optional<DatedEvent> first_event(const Deal& deal);
std::optional<DatedEvent> last_move(const Deal& deal);

}
