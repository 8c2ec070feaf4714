#pragma once

#include "core/model/deal.hpp"

namespace middleground {

// The last day, no later than `today`, on which the buyer did something: wrote or answered, met or called us, agreed, declined, kept a
// step. Our own messages and calls that nobody answered are none. The day on which the deal opened when they never did.
Date last_act_of_theirs(const Deal& deal, Date today);

}
