#pragma once

#include "core/forecast/forecast.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <string>

namespace middleground {

// What was believed of a deal, day by day (core/model/belief.hpp), and how it is kept.

// Nothing for a deal that has ended or is decided: nothing is believed of it any more.
std::optional<Belief> belief_of(const Forecast& forecast, Date today, int by);

// Puts it down in place of that day's, where its day belongs, and leaves out what has grown too old to be kept by the day. Days after
// `today` (the clock went back) stay as they are. True when the diary is another one now.
bool put_down(Diary& diary, const Belief& belief, Date today);

// Every day of the last 30; of each week (from Monday) that ended before that, up to half a year ago, the first one; of each four weeks before
// that the first one. The first of all and the last stay. Does nothing the second time, and the same whether it was done in between or not.
//
// The first of a week, not the last: a deal that ends in the middle of a week has its last day there, and keeping that one would keep a
// belief because the deal ended.
void thin(Diary& diary, Date today);

// The latest up to that day; null: there is none.
const Belief* belief_on(const Diary& diary, Date day);

// What is believed now, against `days` ago or, where the diary has no day so early, its first one.
struct BeliefChange {
    Belief before;
    Belief now;

    int points() const; // whole ones of 100, as the two are shown
    bool same_model() const { return before.by == now.by; }
    bool operator==(const BeliefChange&) const = default;
};
// "since 4 May" where what stands for the day `from` was believed before it, as nothing was written down in between: the days that a change
// took are those. Empty where it is of that very day.
std::string since_words(const BeliefChange& change, Date from, Date today);
// What is believed on a day, `now`, against the diary's belief `days` before `today`.
std::optional<BeliefChange> change_to(const Belief& now, const Diary& diary, Date today, int days);
// Nothing while there are no two days.
std::optional<BeliefChange> change_since(const Deal& deal, Date today, int days);

}
