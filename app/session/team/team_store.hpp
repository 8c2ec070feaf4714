#pragma once

#include "app/session/update/update.hpp"

#include <cstdint>
#include <optional>

namespace middleground {

// What goes from the team to storage and to the bucket, each no sooner than the deal that it is about is stored.

[[gnu::noinline]] void store_team(World world);
// In their order for each deal. Of one deal only the last counts.
void ask_bucket(World world);
// Milliseconds until something that waits may go; nothing: nothing does before something else happens.
std::optional<std::int64_t> team_waits_ms(const Document& document, std::int64_t now_ms);
// Whether everything that is kept in storage is there.
bool is_team_stored(const Document& document);

}
