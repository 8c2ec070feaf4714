#pragma once

#include "app/platform/team_link.hpp"

#include <cstdint>

namespace middleground {

// What the page is asked to do with the team's bucket (page_team, web/team_door.js).
enum class TeamWish : std::uint8_t {
    open,      // text: path, bucket, replicas, user, password, a line each
    close,
    put,       // text: key; bytes, order, revision
    get,       // text: key; order
    remove,    // text: key; order, revision
    say,       // bytes
    ask_server // for team.json
};

// What it tells (mg_team).
enum class TeamNews : std::uint8_t {
    up,
    down,      // text: where; bytes: what was said; number: TeamTrouble; order: 1 for good
    value,     // text: key; bytes, revision; number: 1 removed
    caught_up,
    stored,    // order, revision
    stale,     // order
    refused,   // text: where; bytes: what was said; number: TeamTrouble; order
    heard,     // bytes
    elsewhere,
    server,    // bytes: of team.json
    no_server  // text: where; bytes: what was said
};

// The page's way to a team's bucket: web/team.js, which is fetched with the first wish.
class WebTeam final : public TeamLink {
public:
    void open(const TeamAddress& address) override;
    void close() override;
    void ask(std::vector<team::Order> orders) override;
};

}
