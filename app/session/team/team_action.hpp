#pragma once

#include "core/base/id.hpp"

#include <string>
#include <variant>

namespace middleground {

// What views may ask for of a team; update_team.hpp carries it out.
namespace team_action {

struct Join {};      // as view.team.join has it
struct CloseJoin {}; // without joining
struct Leave {};
struct Share {
    DealId id;
};
// Colleagues keep the copies they have.
struct TakeBack {
    DealId id;
};
// The same, and whoever was away hears of it for 30 days.
struct RemoveForAll {
    DealId id;
};
struct HandOver {
    DealId id;
    std::string member; // id
};
struct Rename {
    std::string name; // what colleagues read
};
// A link that whoever has it joins by, with that login; copied.
struct CopyInvitation {
    std::string user;
    std::string password;
};
// For another device of one's own: with one's own login.
struct CopyOwnInvitation {};
// What colleagues made of the deal meanwhile, on the page that compares.
struct Compare {
    DealId id;
};
// What changed in it was looked at.
struct Looked {
    DealId id;
};

}

using AnyTeamAction = std::variant<team_action::Join, team_action::CloseJoin, team_action::Leave, team_action::Share, team_action::TakeBack, team_action::RemoveForAll,
                                   team_action::HandOver, team_action::Rename, team_action::CopyInvitation, team_action::CopyOwnInvitation, team_action::Compare, team_action::Looked>;

namespace action {

struct OfTeam {
    AnyTeamAction asked;
};

}

}
