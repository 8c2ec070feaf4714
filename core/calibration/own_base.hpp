#pragma once

#include <string>
#include <vector>

namespace middleground {

// The chance that a deal begins with, by what the user's own closed deals say about deals like it.

struct OwnBaseAnswer {
    std::string column;
    std::string answer;

    bool operator==(const OwnBaseAnswer&) const = default;
};

// What is kept with a deal: enough to go on without the history, and to say where the number comes from.
struct OwnBase {
    double log_odds = 0;                // of being won
    std::string origin;                 // "365 closed deals, 45 % won: deals.csv"
    std::vector<OwnBaseAnswer> answers; // to the columns that were answered, in the model's order

    bool operator==(const OwnBase&) const = default;
};

}
