#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// What happened to the commitment: the legal moves as buttons, with the day and, where it matters, the reason.
void draw_commitment_moves(const Context& context, const Commitment& commitment, float width);
// The mark of what happened.
const char* event_icon(CommitmentEventKind kind);
// Its place in the plan and its removal.
void draw_commitment_order(const Context& context, const Commitment& commitment, float width);

}
