#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// What the buyer's people get for a commitment: what, for whom, which outcome it serves; with ideas of the playbook while there is nothing.
void draw_commitment_offers(const Context& context, const Commitment& commitment, float width);

}
