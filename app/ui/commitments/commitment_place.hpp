#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

#include <string_view>

namespace middleground {

// The field that says why a commitment is set aside.
inline constexpr std::string_view set_aside_field = "Why it is set aside";

// Out of the plan, with the reason: not needed, or dropped. Draws nothing where neither can be.
void draw_commitment_ways_out(const Context& context, const Commitment& commitment, float width);
// Its place in the plan and, where no answer would be lost with it, its removal.
void draw_commitment_order(const Context& context, const Commitment& commitment, float width);

}
