#pragma once

#include "core/forecast/forecast.hpp"
#include "core/model/belief.hpp"

#include <span>

namespace middleground {

// What one's own record makes of a chance: chance' = logistic(shift + slope * log-odds of the chance).
//
// Two numbers, not isotonic regression: forty deals make steps of five to ten of it, so that different chances would become one and the ends 0
// and 100. This one is strictly monotone, never reaches either, and both numbers are held to "as it is" (a normal prior on each), so
// that forty deals move chances only as far as they can bear out.
struct Recalibration {
    double shift = 0;
    double slope = 1;
    int deals = 0; // it was learned from; 0: it changes nothing

    bool operator==(const Recalibration&) const = default;
};
inline constexpr int fewest_to_recalibrate = 40; // closed deals with a diary

// A chance that was given, and whether the deal was won.
struct Outcomes {
    double chance = 0;
    bool won = false;
};
// `deals`: how many the outcomes are of. Several of one deal do not say more than it does, so each weighs deals / outcomes.
Recalibration recalibration_of(std::span<const Outcomes> outcomes, int deals);

// 0 and 1 count as half a future of 10,000.
double recalibrated(double chance, const Recalibration& recalibration);
// The one place where what is played becomes what is shown. A share above none stays so, and one below all.
Share recalibrated(const Share& share, const Recalibration& recalibration);
// What a day of the diary is shown as: the same words and points as a forecast's (of_100_words). A diary has whole thousandths; where it has
// dates something was won.
Share shown_chance(const Belief& belief, const Recalibration& recalibration);
// Everything that says how likely it is: won, the two other ends in their proportion, won by the target date, the expected amount. Dates,
// commitments and a settled deal stay as they are.
Forecast recalibrated(Forecast forecast, const std::optional<Money>& amount, const Recalibration& recalibration);

}
