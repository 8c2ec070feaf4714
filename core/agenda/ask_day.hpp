#pragma once

#include "core/analysis/next_ask/next_ask.hpp"
#include "core/model/plan/coming_up.hpp"

#include <optional>
#include <span>

namespace middleground {

// The day of what is asked for, else that of the step to come that was planned about it or about nothing in particular: one day on every
// page. A step whose day is past gives nothing its day: it is a thing of its own. `coming`: the deal's own (coming_up).
std::optional<Date> day_of(const Deal& deal, const NextAsk& ask, std::span<const ComingUp> coming, Date today);

}
