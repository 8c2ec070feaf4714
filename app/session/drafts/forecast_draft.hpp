#pragma once

#include "core/base/id.hpp"
#include "core/forecast/what_if.hpp"

#include <vector>

namespace middleground {

struct ForecastDraft {
    std::vector<WhatIf> what_ifs; // that are switched on, for the deal what_ifs_of
    DealId what_ifs_of;
    CommitmentId odds_of; // whose odds are explained
};

}
