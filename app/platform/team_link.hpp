#pragma once

#include "core/team/bucket.hpp"
#include "core/team/membership.hpp"

#include <vector>

namespace middleground {

// Where the team's bucket is, and who asks.
struct TeamAddress {
    team::Server server;
    team::Login login;
};

// The way to a team's bucket: NATS by WebSocket on the page (web/team.js), by TCP or TLS on the desktop (native/native_team.hpp). What it answers comes
// as event::TeamTold, and event::TeamElsewhere where another tab or window has the connection.
class TeamLink {
public:
    virtual ~TeamLink() = default;
    // Connects, and keeps connecting until `close`, unless Down says that it is of no use. Makes the bucket where there is none. Open already: begins anew.
    virtual void open(const TeamAddress& address) = 0;
    // Nothing is told any more of what was open. What was asked for and not answered may or may not have been done.
    virtual void close() = 0;
    // In this order; each answered once with Stored, Stale, Refused or Value, except Say, and except what is under way when the connection goes: that is
    // told by Down. Refused at once where there is no connection; Say is dropped then.
    virtual void ask(std::vector<team::Order> orders) = 0;
};

}
