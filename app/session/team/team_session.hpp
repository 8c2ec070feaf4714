#pragma once

#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/model/deal.hpp"
#include "core/team/team.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a colleague made of a deal that was changed here, too, and both cannot stand: the user says what stays.
struct TeamConflict {
    std::uint64_t number = 0; // of the question
    Deal theirs;
    std::optional<Deal> base;
    std::string by; // name
};

// The team that this place is in. update_team.hpp and what lies beside it change it; views read it.
struct TeamSession {
    team::Team team;
    bool joining = false;   // whether the passphrase is right is not known yet, and nothing is stored
    bool elsewhere = false; // another tab or window has the connection: it does everything, and what it did comes through storage
    std::map<DealId, TeamConflict> conflicts;
    std::map<DealId, std::uint64_t> known; // of the shared deals that are here: the revision that `team` was told of
    std::map<DealId, std::string> removed; // of those that the user took out of the list in this run: the last common state then, packed
    std::uint64_t document_seen = 0;       // next_revision of the document when they were compared last,
    std::size_t entries_seen = 0;          // and how many deals it had
    DealId open;                           // that colleagues are told is open
    std::uint64_t revision = 1;            // grows when what is shared, or whose it is, changes
    // For storage, and not there yet; nothing: the key is to go. A text of a deal waits until the deal itself is stored: what is known of the team must not
    // be newer than that, or what is missing would look as if the user had taken it out.
    std::map<std::string, std::optional<std::string>> to_store;
    // Likewise, what is to be asked of the bucket: a deal goes there once it is stored here, because what comes back from there is taken for no newer than
    // what is here.
    std::vector<team::Order> to_ask;
    std::optional<Error> refused; // why storage takes none
    std::int64_t refused_ms = 0;  // when it last said so
    std::string colleagues;       // as colleagues_key has it
    std::map<std::string, std::string> names; // of members, by id, as they were last known: for when there is no connection
    std::string news;             // a line that waits until what the user has just done, with its Undo, is not on the screen any more
};

// Whether it can be asked for anything: it is joined, and not another tab's to do.
bool is_at_work(const TeamSession* session);
// Whether all of who is in the team is known: then whom it does not have has left.
bool knows_members(const TeamSession& session);
std::string name_of_member(const TeamSession& session, const std::string& id);

}
