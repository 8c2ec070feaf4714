#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <variant>

// What is asked of a team's bucket, and what it answers: whoever brings it there and back (app/platform/team_link.hpp) speaks exactly this.
// A bucket is a key-value bucket of NATS (the JetStream stream KV_<bucket>, history 1, as many replicas as the Server says). Keys are of
// [A-Za-z0-9._-]+. A revision is the bucket's own number of a write, rising over all keys.
namespace middleground::team {

// Answered by Stored, Stale or Refused. Where the connection is lost before the answer, it may be stored or not: the Value that follows
// after Up says.
struct Put {
    std::uint64_t order = 0; // names the answer
    std::string key;
    std::string bytes;
    std::uint64_t revision = 0; // last seen, a removed one's counts; 0: nothing may be there
    bool operator==(const Put&) const = default;
};
// Answered by a Value; one that is `removed` with revision 0 when there never was such a key.
struct Get {
    std::uint64_t order = 0;
    std::string key;
    bool operator==(const Get&) const = default;
};
// Answered as a Put is.
struct Remove {
    std::uint64_t order = 0;
    std::string key;
    std::uint64_t revision = 0;
    bool operator==(const Remove&) const = default;
};
// To all who are connected now, kept nowhere, unanswered (subject middleground.<bucket>.here).
struct Say {
    std::string bytes;
    bool operator==(const Say&) const = default;
};
using Order = std::variant<Put, Get, Remove, Say>;

// Connected, or again: all that the bucket holds follows as Value, then CaughtUp, then what changes.
struct Up {};
// Not connected. It is tried again with growing pauses, unless it is for good: the login was refused, the server cannot do this.
struct Down {
    Error why;
    bool for_good = false;
};
struct Value {
    std::string key;
    std::string bytes;
    std::uint64_t revision = 0;
    bool removed = false;
};
struct CaughtUp {};
struct Stored {
    std::uint64_t order = 0;
    std::uint64_t revision = 0;
};
// Somebody was faster: what is there has another revision.
struct Stale {
    std::uint64_t order = 0;
};
// The bucket is full, the value too large, there are no rights, no answer came in time.
struct Refused {
    std::uint64_t order = 0;
    Error error;
};
struct Heard {
    std::string bytes;
};
using Told = std::variant<Up, Down, Value, CaughtUp, Stored, Stale, Refused, Heard>;

}
