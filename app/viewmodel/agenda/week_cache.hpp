#pragma once

#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "core/agenda/week.hpp"

#include <cstdint>

namespace middleground {

// The review of a week, kept from frame to frame. Of the same deals as the agenda, and of archived ones what happened to them in it.
class WeekCache {
public:
    // Valid until the next call, and only while the deals stay where they are.
    const Week& of(const Document& document, ForecastCache& forecasts, const Recalibration& record, Date to);

private:
    std::uint64_t seen_ = 0; // stands for the deals, what was believed of them, the record and the day
    Week week_;
};

}
