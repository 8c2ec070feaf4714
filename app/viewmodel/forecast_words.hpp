#pragma once

#include "app/session/own_odds.hpp"
#include "core/outlook.hpp"

#include <string>
#include <string_view>
#include <vector>

// The forecast in plain words, the same on every page and on the command line.
namespace middleground {

// "58 %"; "under 1 %" and "over 99 %" for what is rare, "0 %" and "100 %" only for none and all of a deal that has ended.
std::string percent_words(const Share& share);
// "58 % ± 1": with twice the standard error, in points.
std::string percent_with_error(const Share& share);
// How it ends in whole percents that add up to 100: that of winning as it stands everywhere, the rest shared by the other two.
struct OutcomePercents {
    std::string won; // "45 %", "under 1 %"
    std::string no_decision;
    std::string lost;
};
OutcomePercents outcome_percents(const Forecast& forecast);
// "± 1": twice the standard error, in points.
std::string error_words(const Share& share);
// "58 in 100 futures are won; half of those by 27 Jan."; what a settled deal came to.
std::string headline_words(const Forecast& forecast, Date today);
// Beside "too early to say": "Of deals that begin like this, 43 in 100 are won."
std::string usual_odds_words(const Forecast& forecast);
// "21 Jul to 13 Oct"; empty when nothing of that is ever won.
std::string range_words(const DateSpread& dates, Date today);
// "8 in 10 of the won futures close between 21 Jul and 13 Oct, half of them by 18 Aug."
std::string close_words(const Forecast& forecast, Date today);
// "41 % ± 1 by 30 Sep"; empty without a target.
std::string target_words(const Deal& deal, const Forecast& forecast, Date today);

// "Build consensus is kept today"
std::string what_if_words(const Deal& deal, const WhatIf& what);

// One line of the table of what would change it.
std::string driver_name(const Deal& deal, const Driver& driver); // "Invest", "Priya Nair", the concern, "Waiting 4 weeks"
std::string up_words(const Driver& driver);                      // "kept today", "one step up"
std::string down_words(const Driver& driver);                    // "declined today", "one step down", "nothing is done"
std::string change_words(const Share& from, const Share& to);    // "+11", "-4", "0"; points
std::vector<int> most_changing(const Sensitivity& sensitivity);  // places of the finished lines but the decision's own, widest first
double span_of(const Driver& driver);                            // from the lower to the higher chance
// "These odds come from ...": a line for each part that moves them.
std::vector<std::string> odds_words(const Deal& deal, const CommitmentForecast& one);
// What the deal as a whole adds to the chance or takes from it, a sentence each, in points: "Nobody on their side has acted for 34 days: 9
// fewer of 100."
std::vector<std::string> alive_words(const Forecast& forecast);
// Who can stop the deal and is least for it, and what that costs, a sentence each: "Elena Brandt can stop it and is the one least for it:
// sceptical, with the others heard 27 of 100 in favour." What one step more would bring is there once `sensitivity` (may be null) has it.
// Empty where nobody holds it back.
std::vector<std::string> stopping_words(const Deal& deal, const Forecast& forecast, const Sensitivity* sensitivity);
// What the user's own closed deals say of a step: "Your 6 closed deals kept it in 4 of 7 tries. With the playbook's 70 of 100 that makes 66
// of 100; in 9 of 10 cases it lies between 45 and 84." Or that none says anything yet.
std::string own_odds_words(const PlaybookOdds* odds, std::string_view step);

}
