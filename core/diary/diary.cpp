#include "core/diary/diary.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr int kept_daily = 30;   // days
constexpr int kept_weekly = 182; // days
constexpr int week = 7;
constexpr int month = 4 * week; // so that the first of a month is the first of a week
constexpr int monday = 4;       // 1970-01-01 was a Thursday: day 4 begins a week

int rounded_down(int value, int grain) {
    return value >= 0 ? value / grain : -((grain - 1 - value) / grain);
}

// The same for all days of which one is kept. A week or month is old enough when its last day is, so that it is thinned as a whole: then it
// does not matter when.
std::pair<int, int> group_of(Date on, Date today) {
    const auto last_day = [&](int grain) { return (rounded_down(on.days() - monday, grain) + 1) * grain + monday - 1; };
    const auto is_older = [&](int grain, int age) { return today.days() - last_day(grain) > age; };
    const int grain = is_older(month, kept_weekly) ? month : is_older(week, kept_daily) ? week : 1;
    return {grain, rounded_down(on.days() - monday, grain)};
}

int days_after(Date day, const std::optional<Date>& later) {
    return later ? std::max(0, *later - day) : -1;
}

int shown_points(const Belief& belief) {
    return (belief.won + 5) / 10;
}

}

std::optional<Belief> belief_of(const Forecast& forecast, Date today, int by) {
    if (forecast.settled || forecast.won.of == 0) return {};
    Belief belief{.on = today, .won = static_cast<int>(std::lround(1000 * forecast.won.value())), .by = by};
    if (forecast.close.p10 && forecast.close.p50 && forecast.close.p90) {
        belief.p10 = days_after(today, forecast.close.p10);
        belief.p50 = days_after(today, forecast.close.p50);
        belief.p90 = days_after(today, forecast.close.p90);
    }
    return belief;
}

bool put_down(Diary& diary, const Belief& belief, Date today) {
    const auto place = std::ranges::lower_bound(diary, belief.on, {}, &Belief::on);
    if (place != diary.end() && *place == belief) return false;
    if (place != diary.end() && place->on == belief.on) {
        *place = belief;
    } else {
        diary.insert(place, belief);
    }
    thin(diary, today);
    return true;
}

void thin(Diary& diary, Date today) {
    if (diary.size() < 3) return;
    Diary kept{diary.front()};
    for (std::size_t i = 1; i < diary.size(); ++i) {
        const bool last = i + 1 == diary.size();
        if (last || group_of(diary[i].on, today) != group_of(diary[i - 1].on, today)) kept.push_back(diary[i]);
    }
    diary = std::move(kept);
}

const Belief* belief_on(const Diary& diary, Date day) {
    const auto after = std::ranges::upper_bound(diary, day, {}, &Belief::on);
    return after == diary.begin() ? nullptr : &*std::prev(after);
}

int BeliefChange::points() const {
    return shown_points(now) - shown_points(before);
}

std::optional<BeliefChange> change_to(const Belief& now, const Diary& diary, Date today, int days) {
    if (diary.empty()) return {};
    const auto* before = belief_on(diary, today - days);
    if (!before) before = &diary.front();
    if (before->on >= now.on) return {};
    return BeliefChange{*before, now};
}

std::string since_words(const BeliefChange& change, Date from, Date today) {
    return change.before.on == from ? std::string() : "since " + short_date(change.before.on, today);
}

std::optional<BeliefChange> change_since(const Deal& deal, Date today, int days) {
    const auto* now = belief_on(deal.diary, today);
    if (!now) return {};
    return change_to(*now, deal.diary, today, days);
}

}
