#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

// What can be wrong with the way to a team's bucket, the same for the page and the desktop. web/team.js knows them by these numbers.
enum class TeamTrouble : std::uint8_t {
    login,      // refused
    nobody,     // answers at that address
    no_part,    // JetStream is not there
    no_rights,  // of that login, to the bucket
    full,       // the bucket, the account or the server's disk
    too_large,  // the value
    slow,       // no answer in time: whether it was done is not known
    lost,       // the connection
    not_loaded, // what the page needs for it
    untrusted,  // no TLS, or a certificate that the system does not trust for that name
    other       // see what was said
};

// `where`: the server's address; `said`: what the server or the library said of it, in their words. Either may be empty.
Error team_error(TeamTrouble trouble, std::string_view where, std::string_view said);

// Whether trying again is of no use. `tries`: how often it has failed since it was last connected. A server that has just begun may not have all
// its parts yet.
constexpr bool is_for_good(TeamTrouble trouble, int tries) {
    return trouble == TeamTrouble::login || (trouble == TeamTrouble::no_part && tries >= 3);
}

}
