#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// The card on top of Deal where there is nothing to ask any more.

// How a closed deal ended, when, why, and what it taught, which can be said here.
void draw_closed_card(const Context& context, float width);
// Once the deciding commitment was kept: the way to say that the deal is won, and nothing else.
void draw_decided_card(const Context& context, const Commitment& decision, float width);

}
