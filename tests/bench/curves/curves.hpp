#pragma once

#include <string>
#include <vector>

namespace middleground::bench {

// What a real pipeline did (counts only): the files of a folder as its own description names them.

// States of deals on a day, and what became of them within a year.
struct CurveRow {
    std::string stage;
    int age_days = 0;   // the middle of its bucket
    int quiet_days = 0; // the same
    std::string age;
    std::string quiet;
    int deals = 0;
    int won = 0;
};

// Days from such a state to the win, of those won: the quantiles 10, 25, 50, 75 and 90.
struct DaysRow {
    std::string stage;
    int age_days = 0;
    std::string age;
    double quantiles[5] = {};
    int deals = 0;

    // The share of the real days that are at most so many, on straight lines between the quantiles.
    double below(double days) const;
};

struct Curves {
    std::vector<CurveRow> rows;
    std::vector<DaysRow> days;
};

// Ends the program with a message when a file is missing or a line does not fit.
Curves read_curves(const std::string& folder);

}
