#pragma once

#include "core/forecast/settings.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

namespace middleground {

// The days that a commitment takes once it can begin.
struct StepDays {
    int min = 0;
    int mode = 0; // the most likely ones
    int max = 0;
};

// Of its step in the playbook, the settings' own without one.
StepDays days_of(const Commitment& commitment, const Playbook* playbook, const ForecastSettings& settings);

// The log-sd of the days that it takes on the calendar.
double spread_of(const StepDays& days, const ForecastSettings& settings);

// ln of how much slower than usual the kept steps of this deal came, from asked to kept, shrunk towards 0: few steps say little.
double pace_of(const Deal& deal, const Playbook* playbook, const ForecastSettings& settings);

}
