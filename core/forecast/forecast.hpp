#pragma once

#include "core/forecast/simulation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// `count` of `of` futures.
struct Share {
    std::uint32_t count = 0;
    std::uint32_t of = 0;

    double value() const { return of == 0 ? 0 : static_cast<double>(count) / of; }
    // Standard error, as if one future more had gone either way: never 0, however rare it is.
    double error() const;

    bool operator==(const Share&) const = default;
};

// In whole points of 100, as it is shown wherever a chance stands: "31", "under 1" and "over 99" for what is rare, "0" and "100" only for
// none and all.
std::string of_100_words(const Share& share);
int points_of(const Share& share);
// So many points where they have to add up with others: of that share.
std::string of_100_words(int points, const Share& share);

// The days by which 10, 25, 50, 75 and 90 of 100 futures have come to it; nothing where no future does.
struct DateSpread {
    std::optional<Date> p10;
    std::optional<Date> p25;
    std::optional<Date> p50;
    std::optional<Date> p75;
    std::optional<Date> p90;
};

struct CommitmentForecast {
    CommitmentId id;
    bool after_decision = false; // it has dates, no odds
    Share kept;                  // before the deal ends; after_decision: of the won futures, within the horizon
    DateSpread dates;            // of those; none earlier than the same of what it waits for
    Share critical;              // of the won futures: the decision waited for it
    double chance = 0;           // mean chance that the next try is kept
    OddsParts parts;             // why
};

// What is known of the end of a deal. won + lost + no_decision = futures.
struct Forecast {
    std::uint64_t seed = 0;
    std::uint32_t futures = 0;
    std::optional<Settled> settled; // it has ended already, or the decision is made
    Share won;
    Share lost;
    Share no_decision;
    std::optional<Share> won_by_target;          // when there is a target date
    DateSpread close;                            // of the won futures
    std::optional<Money> expected;               // the amount times the share won; nothing without an amount
    std::vector<std::uint32_t> weekly;           // futures won in each week from today, the last one above 0; adds up to won.count
    std::vector<CommitmentForecast> commitments; // open ones before the decision in the order of the plan, then what comes after it
    DealOdds odds;                               // whether the deal is alive at all, taken apart
    int against = 0;                             // seats that would not agree, of `group`
    int group = 0;
    double weekly_hazard = 0; // that it ends without a decision, once something is kept
};

// Of what has been simulated so far, with Record::everything for the commitments.
// An expected amount as it is shown, everywhere: to three digits, as more would pretend to know.
Money rounded_money(const Money& amount);

Forecast forecast_of(const Simulation& simulation);

// The share of the amount that is to be expected, rounded down to the minor unit.
Money expected_amount(const Money& amount, const Share& won);

}
