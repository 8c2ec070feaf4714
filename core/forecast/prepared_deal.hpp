#pragma once

#include "core/base/error.hpp"
#include "core/forecast/deal_odds.hpp"
#include "core/forecast/forecast_input.hpp"
#include "core/forecast/odds_parts.hpp"
#include "core/forecast/quantiles.hpp"
#include "core/forecast/settings.hpp"

#include <optional>
#include <vector>

namespace middleground {

// How a deal that is not simulated has ended: closed, or its deciding commitment is kept.
struct Settled {
    enum class As : std::uint8_t { won, lost, no_decision } as = As::won;
    Date on;
};

// A deal made ready for simulation: what stands between today and the decision, and what comes after it, each after what it waits for.
// Arrays side by side; tables have `quantile_rows` entries for each commitment. Immutable once made.
//
// There are two clocks. The usual one runs in usual days from the day on which the buyer last did something: patience is measured on it, so
// that days on which nothing happens cost something, and a day of theirs that comes nearer gives nothing back. The calendar runs from today,
// at the deal's own pace: it says when.
struct PreparedDeal {
    std::vector<CommitmentId> ids;
    int deciding = -1; // place of the deciding one; what stands behind it comes after the decision. -1: settled
    DealOdds odds;
    std::vector<OddsParts> parts;
    std::vector<double> chance;              // mean chance that the next try is kept
    std::vector<std::uint32_t> keys;         // for draws
    std::vector<std::uint32_t> first_waits;  // of each, and one more: where its prerequisites begin in `waits_for`
    std::vector<std::uint32_t> waits_for;    // places
    std::vector<std::uint8_t> tries_before;  // below most_tries
    std::vector<std::uint8_t> begins_paused; // it was declined or broken last, or has lapsed
    std::vector<std::uint8_t> has_day;       // the first try ends about its `day`, or when what it waits for is done, if that is later
    std::vector<std::int32_t> day;           // from today, where has_day
    std::vector<std::int32_t> usual_days;    // the most likely days of a try
    std::vector<std::uint32_t> earliest;     // no try begins before that day, from today
    std::vector<std::uint32_t> keeps_below;  // table: kept when the answer's draw is below, in 2^-16
    std::vector<std::uint32_t> no_from;      // the deal is lost when the draw is from here, in 2^-32
    std::vector<std::uint32_t> days;         // table: days of a try on both clocks (lanes.hpp), those of the calendar before the pace
    std::vector<std::uint16_t> pause;        // one table for all, usual days
    std::vector<std::uint16_t> pace;         // one table for all, in 2^-8
    std::vector<std::uint32_t> again;        // for each try: what is left of the chance, in 2^-16
    std::vector<std::uint32_t> patience;     // table
    // Steps that nobody sees, each played once at the decision, by the draws of its own:
    std::vector<std::uint32_t> unseen_keys;
    std::vector<std::uint32_t> unseen_below; // table, in 2^-16
    std::vector<std::uint32_t> unseen_days;  // table, usual days: they cost patience, no day of the calendar
    std::uint32_t gate_below = 0;  // the decision passes who can stop it when the draw is below, in 2^-32
    std::uint32_t alive_below = 0; // the deal is alive when the draw is below, in 2^-32
    std::uint32_t dead_lost = 0;   // of the dead: lost when the draw is below, in 2^-32
    std::uint32_t quiet_days = 0;  // what the usual clock shows today
    std::uint32_t hazard_before = 0; // millionths per day, while nothing is kept
    std::uint32_t hazard = 0;
    double weekly_hazard = 0; // with something kept
    int against = 0;          // seats that would not agree, of
    int group = 0;
    bool something_kept = false;
    int wait_days = 0;
    int horizon_days = 0; // on the usual clock; later days of the calendar count as the last one
    int most_tries = 1;
    std::optional<Settled> settled;
    Date today;
    std::optional<Date> target;
    std::optional<Money> amount;
};

// The keys of draws that a future makes once.
inline constexpr std::uint32_t alive_key = draw_key("alive");
inline constexpr std::uint32_t patience_key = draw_key("patience");
inline constexpr std::uint32_t gate_key = draw_key("gate");

// Fails when no commitment of the plan decides: then there is nothing to forecast.
Result<PreparedDeal> prepare_deal(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables);

}
