#pragma once

#include "core/base/error.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// Joining a team, by an invitation or by its passphrase.
struct TeamJoinDraft {
    // Whether this address has a team is asked for; the user types; the team's server is asked whether it is right.
    enum class Step : std::uint8_t { looks, typing, tries };
    Step step = Step::looks;
    std::string invitation;  // the link; empty: by passphrase
    std::string server_text; // what team.json says
    std::string team;        // its name
    std::string name;        // what colleagues will read
    std::string user;
    std::string password;
    std::string passphrase;
    bool just_opened = true;
    bool shown = false;         // secrets as they are typed instead of dots
    std::optional<Error> error; // of the last try; while it looks, why there is no team
};

// Whom an invitation is for.
struct TeamInviteDraft {
    bool own_device = false;
    std::string user;
    std::string password;
    bool shown = false;
    bool just_opened = true;
    std::string error;
};

struct TeamDraft {
    std::optional<TeamJoinDraft> join;
    std::optional<TeamInviteDraft> invite;
    bool leave_open = false;
    DealId changes_of;   // the dialog that lists what colleagues changed; empty: closed
    DealId remove_of;    // the dialog that asks before a deal goes for everybody
    DealId hand_over_of; // the dialog that gives a deal to a colleague
};

}
