#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/merge/merge.hpp"
#include "core/model/deal.hpp"
#include "core/team/value_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground::team {

// Where a deal stands between this place and the team.
enum class Sync : std::uint8_t {
    local,       // not shared
    sending,     // changed or shared here, not yet stored there
    sent,        // both have the same
    behind,      // there is something newer that cannot be taken yet (a clock that is days ahead wrote it)
    in_conflict, // a question is open: Ask
    refused,     // not taken by the server, or what came from there was refused; Tell and problem_of() say why
    gone         // taken back, or removed for everybody
};
std::string_view key_of(Sync state); // "in_conflict"

// One thing that a colleague changed since this person last looked at the deal.
struct SeenChange {
    std::string by; // name
    Date on;        // as their clock said
    MergeChange change;
};
inline constexpr std::size_t most_seen_changes = 100; // the newest stay

// What this place knows of one deal of the team; kept in local storage under team/DEALID.
struct SharedDeal {
    DealId deal;
    std::string key;            // of the bucket
    std::uint64_t revision = 0; // the bucket's, last seen
    Head head;                  // of the value that was seen last; number 0: none yet
    std::string hash;           // of its sealed bytes
    std::string base;           // what its deal was, packed (packed_deal): the last common state; empty: none
    Sync state = Sync::sending;
    Farewell farewell = Farewell::none; // what is on its way: taking it back, removing it for all
    std::string new_owner;              // member that it is being handed over to; empty: nobody
    bool removed_here = false;          // this person deleted their copy; it is not added again
    // Hash of the copy that was here when the last Replace was asked for: if it is still here after a start, the Replace was never saved.
    std::string replaced;
    bool replaced_had_more = false;     // it had changes that `base` has not
    std::vector<SeenChange> changes;    // oldest first
};

inline constexpr std::string_view deal_entry_prefix = "team/"; // in local storage; then the deal's id

// {"middleground_team_deal": 1, …}
std::string write_shared_deal(const SharedDeal& shared);
Result<SharedDeal> read_shared_deal(std::string_view text);

}
