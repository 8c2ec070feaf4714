#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace middleground::team {

// What is asked of the team's bucket, and what it answers: both transports (app/platform/team_link.hpp) and the doubles of the tests speak exactly this.
// A bucket is a NATS key-value bucket: the JetStream stream KV_<bucket>, of each key the last value only. Keys: [A-Za-z0-9._-]+.
struct Put {
    std::uint64_t order = 0; // chosen by who asks; the answer has it
    std::string key;
    std::string bytes;
    std::uint64_t revision = 0; // the one last seen; 0: nothing may be there
};
// The value comes as Value.
struct Get {
    std::uint64_t order = 0;
    std::string key;
};
struct Remove {
    std::uint64_t order = 0;
    std::string key;
    std::uint64_t revision = 0; // the one last seen
};
// To all who are connected now; kept nowhere.
struct Say {
    std::string bytes;
};
using Order = std::variant<Put, Get, Remove, Say>;

// Connected, or connected again: all that the bucket holds follows as Value, then CaughtUp.
struct Up {};
// Not connected; tries again by itself with growing pauses, unless `for_good`: the login is refused, the server has no such part.
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
// Somebody was faster.
struct Stale {
    std::uint64_t order = 0;
};
// The bucket is full, the value too large, the user without rights, or there was no answer in time.
struct Refused {
    std::uint64_t order = 0;
    Error error;
};
struct Heard {
    std::string bytes;
};
using Told = std::variant<Up, Down, Value, CaughtUp, Stored, Stale, Refused, Heard>;

}
