#pragma once

#include "core/base/error.hpp"
#include "core/forecast/quantiles.hpp"
#include "core/forecast/settings.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <vector>

namespace middleground {

// Where somebody would end after the group has talked, -1..1.
struct ExpectedOpinion {
    StakeholderId id;
    double opinion = 0;
};

// What a forecast reads: plain values beside the deal, so that comparisons can freeze some of them.
struct ForecastInput {
    const Deal& deal;
    const Playbook* playbook; // null: unknown to this program; the settings' own durations and odds count then
    std::vector<ExpectedOpinion> opinions; // everybody named
    int unnamed = 0;          // seats that nobody was named for
    double unnamed_opinion = 0;
    double push = 0;    // 0..100
    double passive = 0; // 0..100
    Date today;
    int wait_days = 0; // from today on nothing is done for so long
};

// Why the odds of a commitment are what they are: moves of its log-odds.
struct OddsParts {
    double step_a = 1; // its step's Beta(a, b)
    double step_b = 1;
    bool own_step = false; // found in the playbook
    double fitted = 0;
    double opinions = 0;
    double mean_opinion = 0; // the mean opinion behind `opinions`
    bool group = false;   // nobody is named for it: the mean of the whole group
    double value = 0;
    double concerns = 0;
    double push = 0;
    double passive = 0;
    double agreed = 0;
    double skipped = 0;
    int skipped_steps = 0;
    int tries_before = 0; // declined or broken so often

    double shift() const { return fitted + opinions + value + concerns + push + passive + agreed + skipped; }
};

// How a deal that is not simulated has ended: closed, or its deciding commitment is kept.
struct Settled {
    enum class As : std::uint8_t { won, lost, no_decision } as = As::won;
    Date on;
};

// A deal made ready for simulation: what stands between today and the decision, and what comes after it, each after what it waits for.
// Arrays side by side; tables have `quantile_rows` entries for each commitment. Immutable once made.
struct PreparedDeal {
    std::vector<CommitmentId> ids;
    int deciding = -1; // place of the deciding one; what stands behind it comes after the decision. -1: settled
    std::vector<OddsParts> parts;
    std::vector<double> chance;              // mean chance that the next try is kept
    std::uint64_t patience_key = 0;          // for the draw that ends a future without a decision
    std::vector<std::uint64_t> keys;         // for draws
    std::vector<std::uint32_t> first_waits;  // of each, and one more: where its prerequisites begin in `waits_for`
    std::vector<std::uint32_t> waits_for;    // places
    std::vector<std::uint8_t> tries_before;  // below most_tries
    std::vector<std::uint8_t> begins_paused; // it was declined or broken last
    std::vector<std::uint8_t> has_day;       // the first try ends on its day of `day`, or when what it waits for is done, if that is later
    std::vector<std::uint32_t> keeps_below;  // table: kept when the answer's draw is below, in 2^-32
    std::vector<std::uint32_t> no_from;      // the deal is lost when the draw is from here
    std::vector<std::uint16_t> days;         // table: duration of a try
    std::vector<std::uint16_t> first_day;    // table: day from today, where has_day
    std::vector<std::uint16_t> pause;        // one table for all
    std::vector<std::uint32_t> again;        // for each try: what is left of the chance, in 2^-16
    std::vector<std::uint32_t> patience;     // table
    std::uint32_t hazard_before = 0;         // millionths per day, while nothing is kept
    std::uint32_t hazard = 0;
    double weekly_hazard = 0; // with something kept
    int against = 0;          // seats that would not agree, of
    int group = 0;
    bool something_kept = false;
    int wait_days = 0;
    int horizon_days = 0;
    int most_tries = 1;
    std::optional<Settled> settled;
    Date today;
    std::optional<Date> target;
    std::optional<Money> amount;
};

// Fails when no commitment of the plan decides: then there is nothing to forecast.
Result<PreparedDeal> prepare_deal(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables);

}
