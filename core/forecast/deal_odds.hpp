#pragma once

#include "core/forecast/forecast_input.hpp"
#include "core/forecast/settings.hpp"

namespace middleground {

// Whether a deal is alive at all, taken apart: moves of log-odds, and what is behind them. Independent of how its steps go: the chance of
// winning is `chance` times the chance that the steps come to an end.
struct DealOdds {
    double alive = 0;
    double base = 0; // of the playbook, or the deal's own
    bool own_base = false; // the deal's own
    double competitor = 0;
    double client = 0;
    double progress = 0;
    double age = 0;
    double quiet = 0;
    double sponsor_left = 0; // who led it or decides is no longer there
    double one_voice = 0; // only one person was ever heard
    double unanswered = 0; // our last messages have no answer
    double chance = 1;

    double share_kept = 0; // of the steps up to the decision
    int age_days = 0;
    int messages = 0;   // of ours without an answer
    int quiet_days = 0; // since they last did something, or since the deal opened

    double sum() const { return alive + base + competitor + client + progress + age + quiet + sponsor_left + one_voice + unanswered; }
    // How the chance would change without one of the moves: 1 is not at all.
    double without(double move) const;
};

// What kind of deal it is: log-odds by the deal's own base, else by the playbook, else 0.
double base_log_odds(const ForecastInput& input);

// Days count up to the end of waiting. A day in the future counts as today.
DealOdds deal_odds(const ForecastInput& input, const ForecastSettings& settings);

// The longest chain of most likely days of a playbook, up to its decision; the settings' own without one.
int usual_path_days(const Playbook* playbook, const ForecastSettings& settings);

}
