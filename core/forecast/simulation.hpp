#pragma once

#include "core/forecast/lanes.hpp"
#include "core/forecast/prepared_deal.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

// How much of each future is written down. Outcomes: how it ended, and of each future when it was won. Everything: also when each
// commitment was kept and which of them the decision waited for, but nothing of single futures.
enum class Record : std::uint8_t { outcomes, everything };

// What futures have come to, in whole numbers. Days are days from today on the calendar, 0 .. horizon; the last one stands for all later ones.
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
    // What is known of a commitment in each future of the block that is being played.
    struct Played {
        Lanes usual;      // usual day on which it is kept, or never
        Lanes day;        // the same on the calendar
        Lanes waited_for; // the place of the prerequisite that was done last, or its own
    };

    void count_settled(std::uint32_t futures);
    // Takes those of the next `count` futures that are alive into the block, and counts the others.
    void gather(std::uint32_t first, std::uint32_t count);
    void play_block();
    void set_out();
    void begin(std::size_t place);
    void play_unseen();
    void play_first_tries(std::size_t place);
    void play_special(std::size_t place);
    void play_again(std::size_t place);
    void end_block();
    void play_after_decision(std::uint32_t i);
    void write_down(std::uint32_t i, std::uint32_t until);

    PreparedDeal prepared_;
    std::uint64_t seed_;
    Record record_;
    Counts counts_;
    std::vector<std::uint16_t> won_days_;

    // The block: `filled_` futures that are alive.
    std::uint32_t filled_ = 0;
    std::vector<std::uint32_t> numbers_;
    Lanes keys_;
    Lanes pace_;     // in 2^-8
    Lanes patience_; // millionths
    Lanes passes_;   // 1: nothing but the decision itself stands against it
    Lanes unseen_days_; // usual days
    Lanes lost_on_;  // usual day, or never
    Lanes first_kept_; // usual day
    std::vector<Played> played_; // by place
    // Of the place that is being played:
    Lanes begin_usual_;
    Lanes begin_day_;
    Lanes answers_;
    Lanes rows_;
    Lanes odds_rows_; // of the first try ever: it has the odds of all
    Lanes open_;      // not 0: the first try began, and was not kept
    Numbers special_usual_;
    Numbers special_day_;
    Numbers again_; // those that have to be asked again
    std::uint32_t again_count_ = 0;
    Numbers usual_;
    Numbers day_;
    Numbers keeps_below_; // 2^-16
};

}
