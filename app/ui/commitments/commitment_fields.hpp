#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// The fields of a commitment, each saving itself.

void draw_commitment_title(const Context& context, const Commitment& commitment, float width);
// Done when, due date and owner, who has to agree, what has to be kept first, whether it decides.
void draw_commitment_plan_fields(const Context& context, const Commitment& commitment, float width);
// What they get for it, the words to ask with, how we know that it was kept.
void draw_commitment_ask_fields(const Context& context, const Commitment& commitment, float width);

}
