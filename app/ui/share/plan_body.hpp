#pragma once

#include "app/ui/context.hpp"
#include "core/model/buyer_plan.hpp"

namespace middleground {

// The plan as the buyer reads it, in a card; the same on their page and in the preview on Share.
void draw_plan_body(const Context& context, const BuyerPlan& plan, float width);

}
