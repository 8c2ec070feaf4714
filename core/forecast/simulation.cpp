#include "core/forecast/simulation.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::uint32_t never = 0x7fffffff;

// The day until which this future's patience lasts: a hazard per day that is lower from the day on which something is first kept.
std::uint32_t patience_ends(const PreparedDeal& prepared, std::uint64_t future, std::uint32_t first_kept) {
    const std::uint32_t patience = prepared.patience[Draw(future, prepared.patience_key, 0).patience_row()];
    if (first_kept == never || patience < static_cast<std::uint64_t>(prepared.hazard_before) * first_kept) {
        return prepared.hazard_before == 0 ? never : patience / prepared.hazard_before;
    }
    const std::uint32_t left = patience - prepared.hazard_before * first_kept;
    return prepared.hazard == 0 ? never : first_kept + left / prepared.hazard;
}

}

struct Simulation::End {
    enum class As : std::uint8_t { won, lost, no_decision } as = As::no_decision;
    std::uint32_t on = 0;
};

Simulation::Simulation(PreparedDeal prepared, std::uint64_t seed, Record record) : prepared_(std::move(prepared)), seed_(seed), record_(record) {
    const auto days = static_cast<std::size_t>(prepared_.horizon_days) + 1;
    const auto size = prepared_.ids.size();
    counts_.won_on.assign(days, 0);
    done_.assign(size, never);
    waited_for_.assign(size, 0);
    if (record_ == Record::everything) {
        counts_.kept.assign(size, 0);
        counts_.critical.assign(size, 0);
        counts_.kept_on.assign(size * days, 0);
    }
}

void Simulation::run(std::uint32_t futures) {
    if (prepared_.settled) {
        count_settled(futures);
    } else if (record_ == Record::everything) {
        run_futures<Record::everything>(counts_.futures + futures);
    } else {
        run_futures<Record::outcomes>(counts_.futures + futures);
    }
}

void Simulation::count_settled(std::uint32_t futures) {
    counts_.futures += futures;
    switch (prepared_.settled->as) {
    case Settled::As::won:
        counts_.won += futures;
        break;
    case Settled::As::lost:
        counts_.lost += futures;
        break;
    case Settled::As::no_decision:
        counts_.no_decision += futures;
        break;
    }
}

// The day on which the commitment is kept, or never; sets lost_on_ when it ends the deal.
template <Record record>
std::uint32_t Simulation::play(std::uint64_t future, std::size_t place) {
    auto begin = static_cast<std::uint32_t>(prepared_.wait_days);
    auto waited_for = static_cast<std::uint32_t>(place);
    for (auto i = prepared_.first_waits[place]; i < prepared_.first_waits[place + 1]; ++i) {
        const auto other = prepared_.waits_for[i];
        if (done_[other] > begin) {
            begin = done_[other];
            waited_for = other;
        }
    }
    if constexpr (record == Record::everything) waited_for_[place] = waited_for;
    // What would begin after the deal has ended cannot change how it ends.
    if (begin >= lost_on_) return never;

    const std::uint64_t key = prepared_.keys[place];
    const auto rows = place * quantile_rows;
    const Draw first(future, key, 0);
    const std::uint64_t keeps_below = prepared_.keeps_below[rows + first.odds_row()];
    const std::uint32_t no_from = prepared_.no_from[place];
    std::uint32_t number = prepared_.tries_before[place];
    Draw draw = number == 0 ? first : Draw(future, key, number);
    std::uint32_t day = begin;
    if (prepared_.has_day[place] != 0) {
        day = std::max<std::uint32_t>(begin, prepared_.first_day[rows + draw.days_row()]);
    } else {
        if (prepared_.begins_paused[place] != 0) day += prepared_.pause[draw.pause_row()];
        day += prepared_.days[rows + draw.days_row()];
    }
    for (;;) {
        const std::uint32_t answer = draw.answer();
        if (answer < (keeps_below * prepared_.again[number] >> 16)) return day;
        if (answer >= no_from || number + 1 == static_cast<std::uint32_t>(prepared_.most_tries)) {
            lost_on_ = std::min(lost_on_, day);
            return never;
        }
        day += prepared_.pause[draw.pause_row()];
        ++number;
        draw = Draw(future, key, number);
        day += prepared_.days[rows + draw.days_row()];
    }
}

// Dates, no odds: who has decided does it.
void Simulation::play_after_decision(std::uint64_t future) {
    for (auto place = static_cast<std::size_t>(prepared_.deciding) + 1; place < prepared_.ids.size(); ++place) {
        std::uint32_t begin = 0;
        for (auto i = prepared_.first_waits[place]; i < prepared_.first_waits[place + 1]; ++i) {
            begin = std::max(begin, done_[prepared_.waits_for[i]]);
        }
        const Draw draw(future, prepared_.keys[place], 0);
        const auto rows = place * quantile_rows;
        const std::uint32_t day = begin + prepared_.days[rows + draw.days_row()];
        done_[place] = prepared_.has_day[place] != 0 ? std::max<std::uint32_t>(begin, prepared_.first_day[rows + draw.days_row()]) : day;
    }
}

template <Record record>
void Simulation::run_futures(std::uint32_t end) {
    const auto deciding = static_cast<std::size_t>(prepared_.deciding);
    const auto horizon = static_cast<std::uint32_t>(prepared_.horizon_days);
    if constexpr (record == Record::outcomes) won_days_.resize(end, not_won);
    for (std::uint32_t number = counts_.futures; number < end; ++number) {
        const std::uint64_t future = future_key(seed_, number);
        std::uint32_t first_kept = prepared_.something_kept ? 0 : never;
        lost_on_ = never;
        for (std::size_t place = 0; place <= deciding; ++place) {
            done_[place] = play<record>(future, place);
            first_kept = std::min(first_kept, done_[place]);
        }
        const std::uint32_t patience = std::min(patience_ends(prepared_, future, first_kept), horizon);
        const std::uint32_t decided = done_[deciding];
        End how;
        if (decided <= patience) {
            how = {End::As::won, decided};
            ++counts_.won;
            ++counts_.won_on[decided];
            if constexpr (record == Record::outcomes) won_days_[number] = static_cast<std::uint16_t>(decided);
        } else if (lost_on_ <= patience) {
            how = {End::As::lost, lost_on_};
            ++counts_.lost;
        } else {
            how = {End::As::no_decision, patience};
            ++counts_.no_decision;
        }
        if constexpr (record == Record::everything) {
            if (how.as == End::As::won) play_after_decision(future);
            write_down(how);
        }
    }
    counts_.futures = end;
}

void Simulation::write_down(const End& end) {
    const auto deciding = static_cast<std::size_t>(prepared_.deciding);
    const auto days = static_cast<std::size_t>(prepared_.horizon_days) + 1;
    const bool won = end.as == End::As::won;
    const auto last = won ? prepared_.ids.size() : deciding + 1;
    for (std::size_t place = 0; place < last; ++place) {
        const bool in_time = place > deciding ? done_[place] < days : done_[place] <= end.on;
        if (!in_time) continue;
        ++counts_.kept[place];
        ++counts_.kept_on[place * days + done_[place]];
    }
    if (!won) return;
    for (auto place = deciding;;) {
        ++counts_.critical[place];
        const auto before = waited_for_[place];
        if (before == place) return;
        place = before;
    }
}

}
