#pragma once

#include "core/forecast/quantiles.hpp"
#include "core/forecast/settings.hpp"
#include "core/model/playbook.hpp"

namespace middleground {

// The base log-odds with which a fresh deal of the playbook, of as many unknown people as it expects, is won in `won` of 1,000 futures:
// what a chance that one's own closed deals tell counts as here. Found by playing such deals (within about one of 100), once for each
// playbook and chance, and kept in `tables`. `playbook` may be null; `won` 1..999. From -4 to 4:
// a chance that no fresh deal of the playbook reaches there counts as the best that one does.
double base_for_chance(const Playbook* playbook, int won, const ForecastSettings& settings, ForecastTables& tables);

}
