#pragma once

#include "app/ui/context.hpp"
#include "core/model/belief.hpp"

namespace middleground {

struct Recalibration;

// How a chance went over the last 90 days, in the rectangle: from the lowest to the highest, at least ten points. A line for each model: where
// that changed there is a gap. Nothing while there are no two days.
void draw_sparkline(const Context& context, const Diary& diary, const Recalibration& record, ImVec2 min, ImVec2 max);

// "31 a week ago, 22 now" with the line before it, and why below; nothing while nothing can be compared.
void draw_belief_change(const Context& context, float width);

}
