#pragma once

#include "core/forecast/forecast_input.hpp"
#include "core/forecast/settings.hpp"

namespace middleground {

// What waiting teaches of one commitment: those that will be kept usually are by now. The odds move by S_kept(t) / S_not(t), where t days
// have gone, S_kept is how many of the kept ones still take longer, and of the others a share `told_no` has said so in the same time.
struct Waiting {
    double move = 0; // of the log-odds, at most 0; never rises with the days
    int days = 0;    // t: since it was asked or agreed; with a day agreed, past that day
    bool overdue = false; // counted from its day
    bool lapsed = false;  // agreed and overdue by more than `lapsed_cadences`: reads as broken
};

Waiting waiting_of(const Commitment& commitment, const ForecastInput& input, const ForecastSettings& settings);

// How many of 1 have taken at least so many days: log-normal, the median at the most likely days.
double share_still_open(int days, int usual_days, double spread);

}
