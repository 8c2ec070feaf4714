#include "core/forecast/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace middleground {

namespace {

constexpr int days_per_week = 7;

// The first day by which so many percent of those in the histogram had happened.
std::optional<Date> day_at(std::span<const std::uint32_t> by_day, std::uint64_t total, std::uint32_t percent, Date today) {
    if (total == 0) return std::nullopt;
    std::uint64_t sum = 0;
    for (std::size_t day = 0; day < by_day.size(); ++day) {
        sum += by_day[day];
        if (sum * 100 >= total * percent) return today + static_cast<std::int32_t>(day);
    }
    return std::nullopt;
}

DateSpread spread_of(std::span<const std::uint32_t> by_day, std::uint64_t total, Date today) {
    const auto at = [&](std::uint32_t percent) { return day_at(by_day, total, percent, today); };
    return {at(10), at(25), at(50), at(75), at(90)};
}

// What waits for it comes no earlier in any future, but is played in fewer of them: of those that reach it within the horizon, its days alone
// may be the earlier ones.
void begin_after(DateSpread& dates, const DateSpread& before) {
    for (const auto day : {&DateSpread::p10, &DateSpread::p25, &DateSpread::p50, &DateSpread::p75, &DateSpread::p90}) {
        if (dates.*day && before.*day) dates.*day = std::max(*(dates.*day), *(before.*day));
    }
}

std::vector<std::uint32_t> weeks_of(std::span<const std::uint32_t> by_day) {
    std::vector<std::uint32_t> weeks;
    for (std::size_t day = 0; day < by_day.size(); ++day) {
        if (by_day[day] == 0) continue;
        weeks.resize(day / days_per_week + 1);
        weeks.back() += by_day[day];
    }
    return weeks;
}

void add_settled(Forecast& forecast, const PreparedDeal& prepared) {
    const auto on = prepared.settled->on;
    if (prepared.settled->as != Settled::As::won) return;
    forecast.close = {on, on, on, on, on};
    if (forecast.won.count > 0) forecast.weekly.assign(1, forecast.won.count);
}

}

double Share::error() const {
    if (of == 0) return 0;
    const double among = of + 2.0;
    const double share = (count + 1.0) / among;
    return std::sqrt(share * (1 - share) / among);
}

int points_of(const Share& share) {
    return static_cast<int>(std::lround(100 * share.value()));
}

std::string of_100_words(int points, const Share& share) {
    if (share.count == 0 && share.of > 0) return "0";
    if (points == 0) return "under 1";
    return points == 100 && share.count < share.of ? "over 99" : std::to_string(points);
}

std::string of_100_words(const Share& share) {
    return of_100_words(points_of(share), share);
}

Money expected_amount(const Money& amount, const Share& won) {
    if (won.of == 0) return {0, amount.currency};
    // In two parts, so that the product stays within 64 bits.
    const std::int64_t whole = amount.minor / won.of * won.count;
    const std::int64_t rest = amount.minor % won.of * won.count / won.of;
    return {whole + rest, amount.currency};
}

Money rounded_money(const Money& amount) {
    std::int64_t grain = 1;
    while (amount.minor / grain >= 1000) {
        grain *= 10;
    }
    return {(amount.minor + grain / 2) / grain * grain, amount.currency};
}

Forecast forecast_of(const Simulation& simulation) {
    const auto& prepared = simulation.prepared();
    const auto& counts = simulation.counts();
    Forecast forecast;
    forecast.seed = simulation.seed();
    forecast.futures = counts.futures;
    forecast.settled = prepared.settled;
    forecast.won = {counts.won, counts.futures};
    forecast.lost = {counts.lost, counts.futures};
    forecast.no_decision = {counts.no_decision, counts.futures};
    forecast.odds = prepared.odds;
    forecast.against = prepared.against;
    forecast.group = prepared.group;
    forecast.weekly_hazard = prepared.weekly_hazard;
    if (prepared.settled) {
        add_settled(forecast, prepared);
    } else {
        forecast.close = spread_of(counts.won_on, counts.won, prepared.today);
        forecast.weekly = weeks_of(counts.won_on);
    }
    if (prepared.target) {
        std::uint32_t in_time = 0;
        if (prepared.settled) {
            in_time = prepared.settled->on <= *prepared.target ? counts.won : 0;
        } else {
            const auto until = std::min<std::int64_t>(*prepared.target - prepared.today, static_cast<std::int64_t>(counts.won_on.size()) - 1);
            for (std::int64_t day = 0; day <= until; ++day) {
                in_time += counts.won_on[static_cast<std::size_t>(day)];
            }
        }
        forecast.won_by_target = Share{in_time, counts.futures};
    }
    if (prepared.amount) forecast.expected = expected_amount(*prepared.amount, forecast.won);

    const auto days = static_cast<std::size_t>(prepared.horizon_days) + 1;
    for (std::size_t place = 0; place < counts.kept.size(); ++place) {
        CommitmentForecast one;
        one.id = prepared.ids[place];
        one.after_decision = static_cast<int>(place) > prepared.deciding;
        one.kept = {counts.kept[place], one.after_decision ? counts.won : counts.futures};
        one.dates = spread_of(std::span(counts.kept_on).subspan(place * days, days), counts.kept[place], prepared.today);
        for (auto at = prepared.first_waits[place]; at < prepared.first_waits[place + 1]; ++at) {
            begin_after(one.dates, forecast.commitments[prepared.waits_for[at]].dates);
        }
        one.critical = {counts.critical[place], counts.won};
        one.chance = prepared.chance[place];
        one.parts = prepared.parts[place];
        forecast.commitments.push_back(std::move(one));
    }
    return forecast;
}

}
