#pragma once

#include "core/analysis/said/said_facts.hpp"

#include <string>
#include <vector>

// What tests of facts in prose share.
namespace middleground::test {

inline Date said_today() {
    return Date::parse("2026-06-16").value();
}

// Kestrel Elevators, opened on 2026-03-02: Dana Cole (champion), Igor Petrov, Klaus Reuter (approver), Frank Moser and Hal Meyer (decision
// makers), May Chen, Anna Berg and Anna Holm; a "Time" that is kept, an "Invest" that was asked for, a "Decide". The seller is Alex Hill.
Deal said_deal();
StakeholderId person_of(const Deal& deal, std::string_view name);

// An entry of the log of 2026-06-08 with these people.
struct Logged {
    std::string text;
    Direction direction = Direction::inbound;
    std::vector<std::string> people = {"Igor Petrov"};
    std::string on = "2026-06-08";
    InteractionKind kind = InteractionKind::email;
};
void put(Deal& deal, const Logged& entry);

// "left Dana Cole 2026-06-07", "Invest not before 2026-10-01", "Klaus Reuter not before 2026-10-01", "asked Frank Moser 2026-06-08"; several
// with ", " between; empty: nothing.
std::string said_in(const Deal& deal, Date today = said_today());
std::string said_in(const Logged& entry);

}
