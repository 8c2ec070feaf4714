#include "core/forecast/waiting.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/forecast/step_days.hpp"

#include <algorithm>

namespace middleground {

double share_still_open(int days, int usual_days, double spread) {
    if (days <= 0) return 1;
    return 1 - normal_below(logarithm(static_cast<double>(days) / std::max(1, usual_days)) / spread);
}

Waiting waiting_of(const Commitment& commitment, const ForecastInput& input, const ForecastSettings& settings) {
    Waiting waiting;
    const auto state = state_of(commitment);
    if (state != CommitmentState::asked && state != CommitmentState::agreed) return waiting;
    const auto until = input.today + input.wait_days;
    const auto due = due_of(commitment);
    const auto since = state_since(commitment);
    // A day that they agreed to is when it is due; of one that only we have set they know nothing.
    waiting.overdue = state == CommitmentState::agreed && due && *due >= since;
    const auto gone = until - (waiting.overdue ? *due : since);
    waiting.days = static_cast<int>(std::clamp<std::int64_t>(gone, 0, 36500));
    const auto days = days_of(commitment, input.playbook, settings);
    const double open = share_still_open(waiting.days, days.mode, spread_of(days, settings));
    const double open_not = 1 - settings.told_no * (1 - open);
    waiting.move = std::max(settings.least_waiting, logarithm(open) - logarithm(open_not));
    const int cadence = input.playbook == nullptr ? settings.cadence_days : input.playbook->cadence_days;
    waiting.lapsed = waiting.overdue && waiting.days > settings.lapsed_cadences * cadence;
    return waiting;
}

}
