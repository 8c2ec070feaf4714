#pragma once

#include "app/session/forecasts.hpp"

namespace middleground {

inline constexpr std::uint64_t same_seed = 1; // the same futures for every deal and every time

// What the cache holds of one deal; only forecasts.cpp uses it.
struct ForecastCache::Slot {
    std::uint64_t revision = 0;
    Date today;
    Depth depth = Depth::outcome;
    bool begun = false;

    Deal deal; // copies
    Assessment assessment;
    const Playbook* playbook = nullptr;
    const WordingTable* wording = nullptr;

    Outlook outlook;
    // Two kinds of the same futures: how each ends, and what becomes of each commitment. Each is there until it is played.
    std::optional<Simulation> outcomes;
    std::optional<Simulation> details;
    bool outcomes_done = false;
    bool details_done = false;
    std::optional<Sensitivity> table;
    std::vector<WhatIf> what_ifs;
    std::optional<Simulation> what_if;
    bool what_if_wanted = false;
    bool has_gains = false; // of this revision
    std::vector<AskGain> gains;
    std::uint64_t gains_number = 0;

    PlayedDeal comparison(const ForecastSettings& settings, ForecastTables& tables) const {
        return {deal, playbook, *wording, assessment, today, settings, tables, same_seed};
    }
    // Whether what a list shows is there or on its way.
    bool is_listed() const { return outcomes || outcomes_done || outlook.none; }
};

}
