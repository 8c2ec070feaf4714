#pragma once

#include "app/session/diary/asked_reasons.hpp"
#include "app/session/derived.hpp"
#include "core/diary/recalibration.hpp"
#include "core/outlook.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace middleground {

// Futures of every deal, on every screen: enough for whole percents (a standard error of half of one), few enough for a list of many deals.
inline constexpr std::uint32_t shown_futures = 10000;

// What is known of a deal's end so far. Valid until the next call of the cache.
struct Outlook {
    DealId deal;
    std::optional<Error> none;                // why there is no forecast
    std::optional<Forecast> forecast;         // of shown_futures futures, or not there yet; as the user's record has it
    Share played;                             // its share won before the record moved it
    Recalibration record;                     // which moved it
    std::optional<Forecast> what_if;          // with the switches that are on
    const Sensitivity* sensitivity = nullptr; // what would change it, as far as it has come; Depth::everything only
    bool refining = false;                    // more is to come
    std::optional<Money> amount;
    std::vector<std::uint16_t> won_days; // of each future, or not_won; empty for a settled deal
};

// How much of a deal's forecast is wanted. outcome: whether and when, and what its next asks would gain, for a list of deals. everything:
// each commitment, and what would change it. Chance, dates and gains are the same at either depth.
enum class Depth : std::uint8_t { outcome, everything };

// What a forecast that has just been played says of a deal that had that revision then.
struct Believed {
    DealId deal;
    std::uint64_t revision = 0;
    Belief belief;
};

// Forecasts, worked out a slice at a time so that no frame waits for them. Each deal's is kept until its revision or the day changes, then
// begun again. It works on copies: deals may move, change and go while it does.
class ForecastCache {
public:
    ForecastCache();
    ~ForecastCache();
    ForecastCache(const ForecastCache&) = delete;
    ForecastCache& operator=(const ForecastCache&) = delete;

    // A list's forecasts wait, as "to come", until start(): its first picture does not. Without this they begin at once.
    void wait() { waits_ = true; }
    void start();

    // What there is of the deal now. Asked for the first time it plays its futures at once, unless that would take longer than a frame has,
    // alone or with others since the last work(); the rest is work()'s. The answer stays where it is until clear(), and changes with the
    // next call for this deal and with work().
    const Outlook& of(const Deal& deal, const Derived& derived, const Knowledge& knowledge, std::uint64_t revision, Date today,
                      Depth depth);
    // The what-ifs that the deal is played with, on top of how it is; a change begins the comparison anew. No effect before of().
    void suppose(const DealId& id, const std::vector<WhatIf>& all);

    // Why the deal's chance is another one than some days ago; null until that is worked out, and while the deal's own forecast is not there. What
    // is asked for comes before what would change it. Valid until the next call of the cache.
    const ChanceReasons* why(const DealId& id, const BeliefChange& change);

    // What the user's own record makes of chances; another one begins everything anew.
    void judge_by(const Recalibration& record);
    // What was played since the last call, but for deals of which it is too early to say anything.
    std::vector<Believed> take_beliefs() { return std::exchange(beliefs_, {}); }

    // One slice of a few milliseconds; false when nothing is left to do.
    bool work();
    // Whether work() may find something to do.
    bool has_work() const { return !deep_.empty() || !listed_.empty() || !unranked_.empty() || reasons_.has_work(); }
    // Goes up whenever a forecast that of() has answered with has changed.
    std::uint64_t changes() const { return changes_; }
    // Goes up when what of() has answered with is gone.
    std::uint64_t clearings() const { return clearings_; }

    // The same, once everything that the next asks need is worked out, however long it takes.
    std::span<const AskGain> finished_gains(const Deal& deal, const Derived& derived, const Knowledge& knowledge, std::uint64_t revision,
                                            Date today);

    // Forgets everything: what the forecasts were made with has changed.
    void clear();

    // What the forecast says of the deal's next asks; that of the revision before until there is a new one. Its number is 0 while there is
    // none, and another one with each that differs.
    std::span<const AskGain> gains(const DealId& id) const;
    std::uint64_t gains_number(const DealId& id) const;
    // Goes up whenever any deal's gains have changed.
    std::uint64_t rankings() const { return rankings_; }

private:
    struct Slot;
    void begin(Slot& slot);
    void play_at_once(Slot& slot);
    void play(Slot& slot, bool to_the_end);
    void tell(Slot& slot, Forecast played);
    bool work_on(Slot& slot);
    void work_on_gains(Slot& slot);
    bool work_on_why(bool of_page_only);
    Slot* find_slot(const std::string& id) const;
    ForecastSettings settings_;
    ForecastTables tables_;
    std::map<std::string, std::unique_ptr<Slot>> slots_; // by deal id
    // Ids of the deals that may be unfinished: wanted with everything, the next one last; in a list, the next one first; those of a list
    // whose gains are to come.
    std::vector<std::string> deep_;
    std::deque<std::string> listed_;
    std::deque<std::string> unranked_;
    AskedReasons reasons_;
    std::uint64_t changes_ = 1;
    std::uint64_t clearings_ = 0;
    std::uint64_t rankings_ = 0;
    Recalibration record_;
    std::vector<Believed> beliefs_;
    bool waits_ = false;
    std::uint64_t played_at_once_ = 0; // commitments times futures since the last work()
};

// What follows from a deal, its next asks in the order that its forecast gives them as far as there is one. Every screen shows this list:
// there is no other.
const Derived& ranked(DerivedCache& cache, const ForecastCache& forecasts, const Deal& deal, const Knowledge& knowledge,
                      std::uint64_t revision, Date today);

// With the next asks ranked by what they gain: for reports, which can wait.
Derived derive_with_forecast(const Deal& deal, const Knowledge& knowledge, Date today);

}
