#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"

#include <vector>

namespace middleground {

// Limits that hold for every deal, so that nothing that enters can make the program slow or large.
struct Limits {
    static constexpr int stakeholders = 500;
    static constexpr int commitments = 1000;
    static constexpr int interactions = 5000;
    static constexpr int influences = 5000;
    static constexpr int others = 2000;     // concerns, promises, alternatives; each list on its own
    static constexpr int tags = 100;
    static constexpr int links = 200;
    static constexpr int events = 500;      // per thing
    static constexpr int group_size = 100;  // expected people in the buying group
    static constexpr int short_text = 500;  // bytes: names, titles
    static constexpr int long_text = 20000; // bytes: everything else
};

// Every broken rule of the deal, in the order of the file, the first 1,000 of them; empty means valid. `today` bounds what has happened:
// who reads files of other time zones may pass tomorrow.
// `where` names the thing as a person knows it and its place in the file: "commitment 3, \"Invest\"".
// Rules: ids are well-formed and unique, references exist, prerequisites have no cycle, exactly one deciding commitment when there are any,
// dates of what happened lie between `opened` and `today`, events are legal moves in order of date, numbers lie in their ranges, texts are
// UTF-8 within limits.
std::vector<Error> validate(const Deal& deal, Date today);

}
