#pragma once

#include <cstdint>

namespace middleground {

// Every number that the forecast needs besides the deal and its playbook. Ours, not measured, unless it says otherwise; `fitted` ones were
// found by tests/bench/fit_forecast.cpp, so that a fresh average deal ends as deals do on average: 20 to 35 % won (average win rate 30 %,
// Implisit 2014, n = 21,000), 40 to 60 % of the rest without a decision (JOLT).
struct ForecastSettings {
    // Moves of the log-odds that a try is kept.
    double fitted_shift = 0.45; // fitted
    double opinion = 0.6;       // times the mean opinion (-1..1) of its people
    double value_offered = 0.3; // when something is offered for it
    double concern = -0.15;     // for each unresolved concern of its people; half for an answered one
    double most_concerns = 4;   // more of them change nothing
    double push = -0.5;         // at push 100
    double passive = -0.3;      // at passivity 100
    double agreed = 1;          // when they have said yes
    double skipped = -2.2;      // of the deciding one, for each step of the playbook that is neither kept nor planned before it; fitted
    double again = 0.8;         // the chance of each further try, times that of the one before
    double no = 0.05;           // of a try: the chance that it ends the deal
    double decision_no = 0.12;  // the same for the deciding one
    int most_tries = 6;         // then the deal is lost
    int pause_min = 7;          // days until it is asked again, triangular
    int pause_mode = 14;
    int pause_max = 42;

    // Ending without a decision: a hazard per week.
    double hazard = 0.009;       // when everybody would agree; fitted
    double hazard_against = 1.5; // more of it, times the share of the group that would not agree
    double hazard_before = 2;    // times as much while nothing is kept
    double hazard_passive = 0.6; // more of it at passivity 100
    int horizon_days = 3 * 365;  // then there was no decision

    // A commitment that belongs to no step of a playbook.
    int days_min = 5;
    int days_mode = 14;
    int days_max = 40;
    double odds_a = 7;
    double odds_b = 3;
};

}
