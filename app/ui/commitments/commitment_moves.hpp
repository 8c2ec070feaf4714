#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// What happened to the commitment: the legal moves as buttons, with the day and, where it matters, the reason and the day before which
// nothing happens.
void draw_commitment_moves(const Context& context, const Commitment& commitment, float width);
// The mark of what happened.
const char* event_icon(CommitmentEventKind kind);

}
