#pragma once

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "core/team/shared_deal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What is said of a team, wherever it is said. Without one all of it is empty.

// Joined, and not still trying to.
bool is_in_team(const Document& document);
std::string team_name(const Document& document);

// "Saved here, 3 to send", "Offline, 3 to send"; empty when colleagues have everything.
std::string team_saved_words(const Document& document);

// How it is with the connection: "Connected", or why not and what follows.
struct TeamState {
    std::string words;
    std::string more; // what to do about it; may be empty
    bool is_problem = false;
};
TeamState team_state(const Document& document);

// A person of the team, oneself first, then who is here, then the others by name.
struct TeamMember {
    std::string id;
    std::string name;
    std::string words; // "you", "here, in Delivery planning", "not here now"
    bool is_me = false;
    bool is_here = false;
};
std::vector<TeamMember> team_members(const Document& document);

// How one deal stands with the team.
struct SharedWords {
    bool shared = false;
    bool mine = false;
    bool may_hand_over = false; // its owner; anybody, where the owner has left
    std::string owner;          // name
    std::string whose;          // "You own it", "Lena Vogt owns it"
    std::string state;          // "Not sent yet", why it was refused; empty: colleagues have it as it is here
    bool is_problem = false;
    bool may_compare = false;
    std::string here;           // "Otto Berg has it open"; empty: nobody else has
    std::string changed;        // "Otto Berg changed 3 things"; empty: nothing since it was looked at
};
SharedWords shared_words(const Document& document, const DealId& id);

// What colleagues changed since the user last looked at the deal, the newest last.
struct SeenLine {
    std::string by; // "Otto Berg, 12 Jun"; empty where it is as above
    std::string name;
    std::string words;
};
std::vector<SeenLine> seen_lines(const Document& document, const DealId& id, Date today);

// What stands above every page until it is done.
struct TeamBand {
    std::string strong;
    std::string text;
    std::string button; // empty: none
    DealId deal;
    bool is_question = false; // the button compares; else it leads to the settings
};
[[gnu::noinline]] std::vector<TeamBand> team_bands(const Document& document);

// Whose a deal is in the list of all: id and name, and what stands for deals that are not shared.
struct DealOwner {
    std::string id;
    std::string name;
};
inline constexpr std::string_view not_shared = "-";
DealOwner owner_of(const Document& document, const DealId& id);
// Those that have deals in the list, with how many: oneself first, then by name, then what is not shared.
struct CountedOwner {
    DealOwner owner;
    int deals = 0;
};
std::vector<CountedOwner> owners_of(const Document& document);
// Stands for who owns what: another one when that has changed; 0 without a team.
std::uint64_t sharing_mark(const Document& document);

}
