#pragma once

#include "core/diary/recalibration.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// How good the forecast was, by what the diaries of closed deals say. Samples count for nothing.
//
// Which belief counts: a deal's first one, and from there on the next one that is at least four weeks later, until the day before it ended:
// a look every four weeks. Looks are chosen without knowing how the deal ends. "Thirty days before the end" is not: it looks at won deals
// when nearly all is kept, and at lost ones wherever they were, so that a forecast that is exactly right would seem far too timid (of
// deals with the last three steps of nine in ten each, 90 of 100 would be won where it had said 73); tests/core/diary/how_good_test.cpp shows it.
// A deal that took long has more looks, as it was looked at more often; where the number of deals bounds what can be said, deals are counted.
inline constexpr int days_between_looks = 28;

inline constexpr int fewest_for_a_score = 10; // closed deals with a diary; below: too few to say
inline constexpr int fewest_for_dates = 5;    // won ones with dates
inline constexpr int fewest_in_a_part = 5;    // deals, for a part of the chances
inline constexpr int reliability_parts = 5;

struct Look {
    std::size_t deal = 0; // place in HowGood::deals
    Belief belief;
};

// What became of the looks whose chance lay in one part of 0..1.
struct ReliabilityPart {
    double from = 0;
    double to = 1;
    int looks = 0;
    int looks_won = 0; // of a deal that was won
    int deals = 0;     // different ones
    double said = 0;   // mean chance
    double came = 0;   // share won
    double low = 0;    // 90 % interval of that share for so many deals (Jeffreys)
    double high = 1;
    bool is_few() const { return deals < fewest_in_a_part; }
};

// Close dates of won deals against the 8 in 10 band of each look.
struct DatesRecord {
    int deals = 0;
    int looks = 0;
    int inside = 0;
    int earlier = 0;
    int later = 0;
    int middle_off = 0; // days that the deal closed after the believed middle, the median; below 0: before it
    bool is_few() const { return deals < fewest_for_dates; }
};

struct Score {
    int deals = 0;
    int won = 0; // deals
    int looks = 0;
    double said = 0;       // mean chance
    double share_won = 0;  // of the looks
    double low = 0;        // 90 % interval of that share for so many deals (Jeffreys)
    double high = 1;
    double brier = 0;      // mean of (chance - outcome)^2; 0 is perfect
    double brier_base = 0; // had every look said share_won
    DatesRecord dates;
    bool is_few() const { return deals < fewest_for_a_score; }
};

struct PlaybookScore {
    std::string playbook; // id; empty: none
    Score score;
};

// A closed deal and what was believed of it.
struct EndedDeal {
    const Deal* deal = nullptr;
    Date ended;
    bool won = false;
    // That many days before it ended: the belief in force then; null: the diary begins later.
    const Belief* ninety = nullptr;
    const Belief* sixty = nullptr;
    const Belief* thirty = nullptr;
    std::size_t looks = 0;

    // Whether there is a day to compare with: won, and believed with dates 30 days before, else at first.
    const Belief* dated = nullptr;
    int off() const { return ended - (dated->on + dated->p50); }
    bool inside() const { return ended >= dated->on + dated->p10 && ended <= dated->on + dated->p90; }
};

struct HowGood {
    int closed = 0;        // of the user's own deals
    int without_diary = 0; // of those: nothing was believed of them before they ended
    std::vector<EndedDeal> deals; // with a diary, the latest first
    std::vector<Look> looks;      // of each deal in order of days
    Score score;
    std::vector<ReliabilityPart> reliability; // parts without a look are left out
    std::vector<PlaybookScore> playbooks;     // most deals first
    Recalibration recalibration;              // of `deals` 0 below fewest_to_recalibrate
    // The Brier score of recalibrated chances, each look by a recalibration that had not seen its deal; with a recalibration only.
    std::optional<double> brier_recalibrated;
};

// `since`: only deals that ended on that day or later. The result refers to the deals.
HowGood how_good(std::span<const Deal* const> deals, std::optional<Date> since = {});

// The beliefs that count, of a deal that ended on that day.
std::vector<Belief> looks_of(const Diary& diary, Date ended);

}
