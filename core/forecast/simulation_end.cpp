#include "core/forecast/simulation.hpp"

#include <algorithm>

// How the futures of a block have ended, and what is written down of them.

namespace middleground {

namespace {

// What of a future's patience is gone on a day: a hazard per day that is lower from the day on which something is first kept.
std::uint32_t patience_gone(const PreparedDeal& prepared, std::uint32_t first_kept, std::uint32_t day) {
    const std::uint32_t before = std::min(first_kept, day);
    const std::uint64_t gone = static_cast<std::uint64_t>(prepared.hazard_before) * before + static_cast<std::uint64_t>(prepared.hazard) * (day - before);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(gone, 0xffffffffu));
}

}

void Simulation::end_block() {
    const auto& decided = played_[static_cast<std::size_t>(prepared_.deciding)];
    const auto horizon = static_cast<std::uint32_t>(prepared_.horizon_days);
    for (std::uint32_t i = 0; i < filled_; ++i) {
        const auto in_time = [&](std::uint32_t day) {
            return day <= horizon && patience_gone(prepared_, first_kept_[i], day) <= patience_[i];
        };
        if (decided.usual[i] != never && in_time(decided.usual[i])) {
            const auto day = std::min(decided.day[i], horizon);
            ++counts_.won;
            ++counts_.won_on[day];
            if (record_ == Record::outcomes) {
                won_days_[numbers_[i]] = static_cast<std::uint16_t>(day);
            } else {
                play_after_decision(i);
                write_down(i, never);
            }
            continue;
        }
        const bool lost = lost_on_[i] != never && in_time(lost_on_[i]);
        ++(lost ? counts_.lost : counts_.no_decision);
        if (record_ == Record::everything) write_down(i, lost ? lost_on_[i] : horizon);
    }
}

// Dates, no odds: who has decided does it.
void Simulation::play_after_decision(std::uint32_t i) {
    for (auto place = static_cast<std::size_t>(prepared_.deciding) + 1; place < prepared_.ids.size(); ++place) {
        std::uint32_t begin = 0;
        for (auto wait = prepared_.first_waits[place]; wait < prepared_.first_waits[place + 1]; ++wait) {
            begin = std::max(begin, played_[prepared_.waits_for[wait]].day[i]);
        }
        const Draw draw(keys_[i], prepared_.keys[place], 0);
        const auto row = place * quantile_rows + draw.days_row();
        auto& day = played_[place].day[i];
        day = begin + calendar_part(prepared_.days[row], pace_[i]);
        if (prepared_.has_day[place] != 0) {
            const auto moved = prepared_.day[place] + static_cast<std::int32_t>(usual_part(prepared_.days[row])) - prepared_.usual_days[place];
            day = std::max(begin, static_cast<std::uint32_t>(std::max(0, moved)));
        }
    }
}

// `until`: the usual day on which the deal ended; never: it was won.
void Simulation::write_down(std::uint32_t i, std::uint32_t until) {
    const auto deciding = static_cast<std::size_t>(prepared_.deciding);
    const auto days = static_cast<std::uint32_t>(prepared_.horizon_days) + 1;
    const bool won = until == never;
    const auto last = won ? prepared_.ids.size() : deciding + 1;
    for (std::size_t place = 0; place < last; ++place) {
        const auto usual = played_[place].usual[i];
        const bool in_time = place > deciding || won ||
                             (usual <= until && patience_gone(prepared_, first_kept_[i], usual) <= patience_[i]);
        if (!in_time) continue;
        const auto day = played_[place].day[i];
        // After the decision only what lies within the horizon has a date.
        if (day >= days && place > deciding) continue;
        ++counts_.kept[place];
        ++counts_.kept_on[place * days + std::min(day, days - 1)];
    }
    if (!won) return;
    for (auto place = deciding;;) {
        ++counts_.critical[place];
        const auto before = played_[place].waited_for[i];
        if (before == place) return;
        place = before;
    }
}

}
