#pragma once

#include "app/session/update/update.hpp"
#include "core/team/membership.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace middleground {

// A team from frame to frame. Nothing of it runs without a membership in storage, or somebody who is joining.

// Reads the membership that storage has, and connects; not before the first picture. Nothing when there is none, or it was read already.
[[gnu::noinline]] void start_team(World world);
// The same for one that was just made.
[[gnu::noinline]] void connect_team(World world, team::Membership membership, bool joining);
// What the bucket says, that another tab or window has the connection, what the host says of its team; other events do nothing.
[[gnu::noinline]] void hear_team_event(World world, const PlatformEvent& event);
// Storage changed at this key (empty: anywhere).
[[gnu::noinline]] void hear_of_team_storage(World world, std::string_view key);
// Once a frame: tells the team what the user changed, does what it says, sends what is due. What is typed waits for more while the field has the focus.
enum class InField : std::uint8_t { no, yes };
[[gnu::noinline]] void run_team(World world, InField in_field = InField::no);
// The same at once, after something was asked of it.
[[gnu::noinline]] void settle_team(World world);
// Milliseconds until that has something to do; nothing: only when something happens.
[[gnu::noinline]] std::optional<std::int64_t> team_wake_in_ms(const Document& document, std::int64_t now_ms);
// Forgets it: connection, membership and all that it kept. Deals stay.
[[gnu::noinline]] void end_team(World world);

}
