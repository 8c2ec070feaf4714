#pragma once

#include "core/assessment.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/what_if.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// The forecast of an assessed deal, and what would change it most: what needs both the analysis and the forecast.

// What the forecast reads of an assessed deal. `lasting_push` is given apart: comparisons keep that of the deal as it is, and its pace, too.
// The result refers to `deal` and `playbook` (may be null). What was said in prose counts where `deal` has it (HeardDeal).
ForecastInput forecast_input(const Deal& deal, const Playbook* playbook, const Consensus& consensus, double lasting_push, Date today);

// What comparisons of one deal have in common. All references outlive it.
struct PlayedDeal {
    const Deal& deal;
    const Playbook* playbook;
    const WordingTable& wording;
    const Assessment& assessment; // of the deal as it is
    Date today;
    const ForecastSettings& settings;
    ForecastTables& tables;
    std::uint64_t seed = 1;
};

// The deal with what was said in prose, and with all that applied to a copy: everybody's opinion anew, push and pace as they are.
Result<PreparedDeal> prepared_with(const PlayedDeal& comparison, std::span<const WhatIf> all);

// What is missing before a forecast says more than how such deals usually end: "Nobody is named, and nothing was asked or logged yet."
// Empty once something happened, and for a deal that has ended.
std::string too_early_because(const Deal& deal);

// One line of the table of what would change the chance of winning.
struct Driver {
    enum class Kind : std::uint8_t { commitment, person, concern, seat, waiting } kind = Kind::commitment;
    std::string id;             // of the commitment, the person or the concern; empty for waiting
    std::optional<WhatIf> up;   // kept today, one step for it, resolved; nothing when there is no way up
    std::optional<WhatIf> down; // declined today, one step against it, nothing done for 4 weeks
    // Of winning, in the same futures for all; without an up or a down: as the deal is.
    Share won_up;
    Share won_down;
    // Standard errors of the differences to the deal as it is, from the futures that end otherwise.
    double error_up = 0;
    double error_down = 0;
    double chance = 1;    // commitment: that the next try is kept
    double weeks = 1;     // commitment: that a try takes
    bool decides = false; // the deciding commitment: kept, it is won
};

// In how many futures a deal of that size is compared: 10,000, fewer only beyond 60 commitments.
std::uint32_t sensitivity_futures(const PreparedDeal& prepared);
inline constexpr int idle_days = 28;

// The table, a line at a time so that nobody has to wait for it: every open commitment on the way to the decision, every person, every
// concern that is not resolved, naming somebody for an empty seat, and waiting. What it is made from must stay as it is until it is
// finished.
class Sensitivity {
public:
    explicit Sensitivity(const PlayedDeal& comparison);

    bool is_finished() const { return next_ == 2 * lines_.size(); }
    // Works out what comes next: first every line's way up, all that the next asks need, then every line's way down.
    void step();
    bool has_gains() const { return next_ >= lines_.size(); }
    // Lines whose both ways are worked out.
    std::size_t done() const { return has_gains() ? next_ - lines_.size() : 0; }
    // The first done() of them are worked out; in the deal's order.
    const std::vector<Driver>& lines() const { return lines_; }
    // Of the deal as it is.
    Share won() const { return won_; }

private:
    struct Compared {
        Share won;
        double error = 0;
    };
    Compared compare(const std::optional<WhatIf>& what) const;

    PlayedDeal comparison_;
    std::vector<Driver> lines_;
    std::size_t next_ = 0; // of the ways: all ups, then all downs
    std::uint32_t futures_ = 0;
    Share won_;
    std::vector<std::uint16_t> won_days_; // by future
};

// What the lines say of the next asks; nothing before has_gains().
std::vector<AskGain> gains_of(const Sensitivity& sensitivity);

}
