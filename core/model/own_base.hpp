#pragma once

#include <string>
#include <vector>

namespace middleground {

// The chance that a deal begins with, by what the user's own closed deals say about deals like it. It takes the place of the playbook's base.

struct OwnBaseAnswer {
    std::string column; // of the history
    std::string answer;

    bool operator==(const OwnBaseAnswer&) const = default;
};

// What is kept with a deal: enough to go on without the history, and to say where the number comes from.
struct OwnBase {
    int won = 500;      // of 1,000 deals like it, 1 to 999
    std::string origin; // "365 closed deals, 45 % won: deals.csv"
    std::vector<OwnBaseAnswer> answers = {}; // to the columns that were answered, in the model's order
    // Whether one of the answers says so already: then it is not counted a second time.
    bool knows_competitor = false;
    bool knows_client = false;

    bool operator==(const OwnBase&) const = default;
};

}
