#pragma once

#include "generated/fitted.hpp"

#include <cstdint>

namespace middleground {

// Every number that the forecast needs besides the deal and its playbook. Ours, not measured, unless it says otherwise. (curves), (Salvirt):
// fitted by `tools/bench fit` to what a real pipeline did, 5,535 states of deals followed for a year, and to 365 deals between companies; they
// stand in assets/forecast/fitted.json with where they come from. (days): chosen so that of the real days to a win 70 to 90 % lie inside the
// 80 % interval in each stage, which `tools/bench fit` prints. (fresh): so that a fresh average deal ends as deals do on average: 20 to 35 %
// won (average win rate 30 %, Implisit 2014, n = 21,000), 40 to 60 % of the rest without a decision (JOLT).
struct ForecastSettings {
    // Whether the deal is alive at all: log-odds. What is dead cannot be won, whatever is done for its steps.
    double alive = 0.5;                 // (fresh)
    double competitor = fitted_numbers::competitor;         // one is named (Salvirt: 20 % won with, 66 % without; shrunk)
    double current_client = fitted_numbers::current_client; // (Salvirt: 69 % won, new ones 18 %; shrunk)
    double progress = fitted_numbers::progress;             // times the share of steps kept, cubed (curves)
    double age = fitted_numbers::age;                       // times ln(1 + age / age_scale of the usual path) (curves)
    double age_scale = fitted_numbers::age_scale;           // (curves)
    double quiet = fitted_numbers::quiet;                   // times ln(1 + quiet / cadence): days since they last did something (curves)
    double one_voice = -0.5;            // after so many days only one person was heard, and it is nobody who decides
    int one_voice_days = 28;
    double unanswered = -0.1;           // at least so many messages of ours since they last did something, and no answer
    int unanswered_from = 2;
    double sponsor_left = -0.4;          // a champion, or who decides or approves, has left, and nobody has followed
    double dead_lost = 0.35;            // of the dead: lost; the rest ends without a decision (fresh)
    int usual_path_days = 90;           // without a playbook
    int usual_steps = 6;                // without a playbook, the decision included
    int cadence_days = 14;              // without a playbook

    // Moves of the log-odds that a try is kept.
    double fitted_shift = 1;    // (fresh)
    double of_base = 0.5;       // of the playbook's base odds, a competitor and being a client: they move each step, too
    double opinions = 1;        // the decision: times the move of the lowest opinion of who can stop it
    double others = 0.62;       // a commitment that is not the decision: of the lowest opinion's move
    double mean_of_group = 0.1;  // the decision: times the mean opinion of the whole group
    double value_offered = 0.3; // when something is offered for it
    double concern = -0.15;     // for each unresolved concern of its people; half for an answered one
    double most_concerns = 4;   // more of them change nothing
    double push = -0.5;         // at push 100
    double agreed = 1;          // when they have said yes
    double told_no = 0.7;       // of those who will not keep it, how many say so in the usual time: what waiting teaches
    double least_waiting = -2;  // waiting moves no further
    double unseen = -0.3;       // a step of the playbook that is neither kept nor planned, played at the decision
    double refused = -0.92;     // the opinion that somebody counts with who said no to the decision, until something has changed: below 20 % whatever else holds
    double opposed_pass = 0.03; // the decision passes somebody who is opposed so often; who is no worse than sceptical always
    double again = 0.8;         // the chance of each further try, times that of the one before
    double no = 0.05;           // of a try: the chance that it ends the deal
    double decision_no = 0.12;  // the same for the deciding one
    int most_tries = 6;         // then the deal is lost
    int lapsed_cadences = 2;    // agreed and overdue by more: reads as broken
    int pause_min = 7;          // days until it is asked again, triangular
    int pause_mode = 14;
    int pause_max = 42;

    // Ending without a decision: a hazard per week, from the day on which they last did something.
    double hazard = 0.007;       // when everybody would agree; (fresh)
    double hazard_against = 0.5; // more of it, times the share of the group that would not agree
    double hazard_before = 2;    // times as much while nothing is kept
    int horizon_days = 3 * 365;  // then there was no decision

    // Dates (days): each step's days are log-normal around the median of its triangle, times one pace for all of a future's.
    double pace_median = 0.5;   // of what the steps say
    double pace_spread = 1.05;   // log-sd
    double least_spread = 0.95;  // of one step's days, log-sd
    double spread_divisor = 2.5; // ln(max / min) of its days by this is its log-sd, if larger
    double decision_days = 4;    // the decision takes so many times what its step says, unless they ask for it themselves
    double pace_learnt = 0.3;    // weight of one kept step against that of the prior

    // A commitment that belongs to no step of a playbook.
    int days_min = 5;
    int days_mode = 14;
    int days_max = 40;
    double odds_a = 7;
    double odds_b = 3;

    bool operator==(const ForecastSettings&) const = default;
};

// The move of the decision's log-odds by the lowest opinion of those who can stop it: straight lines between opposed -2.5, sceptical -1.5,
// unknown -0.6, neutral -0.3, supportive 0.5 and champion 1.
double move_of_opinion(double opinion);

}
