#pragma once

#include "core/analysis/next_ask/next_ask.hpp"
#include "core/model/plan/coming_up.hpp"

#include <optional>
#include <span>

namespace middleground {

// The day of what is asked for, else of the step that was planned about it or about nothing in particular: one day on every page.
// `coming`: the deal's own (coming_up).
std::optional<Date> day_of(const Deal& deal, const NextAsk& ask, std::span<const ComingUp> coming);

}
