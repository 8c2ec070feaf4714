#pragma once

#include "core/forecast/forecast.hpp"
#include "core/model/playbook.hpp"
#include "core/outlook.hpp"

#include <string>
#include <vector>

// What tests of the forecast share.
namespace middleground::test {

// Nothing but odds and days: no opinions, no hazard, no "no", one try.
ForecastSettings bare_settings();

// A step that always takes so many days and is kept with chance p, all but exactly.
PlaybookStep plain_step(std::string id, double p, int days, std::vector<std::string> prerequisites = {});
// The last step decides.
Playbook playbook_with(std::vector<PlaybookStep> steps);
// A deal that was started from it today.
Deal deal_with(const Playbook& playbook);

// With nothing but the deal: no balance.
ForecastInput plain_input(const Deal& deal, const Playbook* playbook, Date today);
Simulation simulated(const ForecastInput& input, const ForecastSettings& settings, std::uint32_t futures,
                     Record record = Record::everything, std::uint64_t seed = 1);
// Of an assessed deal with the settings that ship.
Simulation simulated(const Deal& deal, Date today, std::uint32_t futures, Record record = Record::everything, std::uint64_t seed = 1);

}
