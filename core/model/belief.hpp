#pragma once

#include "core/base/date.hpp"

#include <span>
#include <string>
#include <vector>

namespace middleground {

// What the forecast said of a deal on one day. A report: no forecast ever reads it, and no edit changes it.
struct Belief {
    Date on;
    int won = 0; // of 1,000 futures
    // Days after `on` by which 10, 50 and 90 of 100 won futures have closed; -1, all three: none is won.
    int p10 = -1;
    int p50 = -1;
    int p90 = -1;
    int by = 0; // which model said it (core/diary/believed_by.hpp): where it changes, the model did, not the deal; 0: not known

    bool has_dates() const { return p10 >= 0; }
    bool operator==(const Belief&) const = default;
};

// A deal's beliefs lie in order of their days, each day once. Of two for one day the one counts that is greater as (by, won, p50, p10, p90):
// whoever brings two diaries together gets the same one.
using Diary = std::vector<Belief>;

// Puts days in order that are not, and leaves one belief a day. Files may come from a program that did not.
void put_in_order(Diary& diary);
// Every day of either.
Diary united(Diary one, std::span<const Belief> other);
// What is wrong with a diary that is in order and within its members' limits: "12 Mar 2026: its dates are out of order"; empty: nothing.
std::string fault_of(const Diary& diary);

}
