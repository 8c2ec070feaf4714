#pragma once

#include "core/forecast/prepared_deal.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

// How much of each future is written down. Outcomes: how it ended, and of each future when it was won. Everything: also when each
// commitment was kept and which of them the decision waited for, but nothing of single futures.
enum class Record : std::uint8_t { outcomes, everything };

// What futures have come to, in whole numbers. Days are days from today, 0 .. horizon.
struct Counts {
    std::uint32_t futures = 0;
    std::uint32_t won = 0;
    std::uint32_t lost = 0;
    std::uint32_t no_decision = 0;
    std::vector<std::uint32_t> won_on; // by day
    // Everything only, by place in the prepared deal:
    std::vector<std::uint32_t> kept;     // before the deal ended
    std::vector<std::uint32_t> critical; // of the won futures: those in which the decision waited for it
    std::vector<std::uint32_t> kept_on;  // by place, then by day
};

inline constexpr std::uint16_t not_won = 0xffff;

// Monte Carlo over a prepared deal, as many futures at a time as one likes: futures 0, 1, 2, ... each depend on the seed and their number only, so
// that slices change nothing. Between calls it can be thrown away. Memory does not grow with the number of futures, but for two bytes each
// with Record::outcomes.
class Simulation {
public:
    Simulation(PreparedDeal prepared, std::uint64_t seed, Record record);

    void run(std::uint32_t futures);

    const PreparedDeal& prepared() const { return prepared_; }
    const Counts& counts() const { return counts_; }
    std::uint64_t seed() const { return seed_; }
    // The day on which each future is won, or not_won. Record::outcomes only; nothing for a settled deal.
    const std::vector<std::uint16_t>& won_days() const { return won_days_; }

private:
    struct End;
    template <Record record>
    void run_futures(std::uint32_t end);
    template <Record record>
    std::uint32_t play(std::uint64_t future, std::size_t place);
    void play_after_decision(std::uint64_t future);
    void write_down(const End& end);
    void count_settled(std::uint32_t futures);

    PreparedDeal prepared_;
    std::uint64_t seed_;
    Record record_;
    Counts counts_;
    std::vector<std::uint16_t> won_days_;
    // Of the future that is being played, by place:
    std::vector<std::uint32_t> done_;       // day on which it is kept, or never
    std::vector<std::uint32_t> waited_for_; // the place of the prerequisite that was done last, or its own
    std::uint32_t lost_on_ = 0;
};

}
