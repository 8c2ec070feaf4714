#pragma once

#include "app/session/update/update.hpp"
#include "core/base/error.hpp"

#include <string>
#include <string_view>

namespace middleground {

// Joining a team and leaving it. What is typed is view.team.join.

// An invitation, or the address that asks for the passphrase: "#team".
bool is_team_link(std::string_view text);
[[gnu::noinline]] void open_team_link(World world, std::string_view text);
// What the host says of its team.
void take_team_server(World world, const Result<std::string>& text);
// With what was typed: the server is asked, and see_whether_joined() says what came of it.
void join_team(World world);
void close_joining(World world);
[[gnu::noinline]] void see_whether_joined(World world);
void fail_joining(World world, Error error);
void leave_team(World world);

}
