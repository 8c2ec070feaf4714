#pragma once

#include "app/session/drafts/close_draft.hpp"
#include "app/ui/context.hpp"

namespace middleground {

// What the dialog that closes a deal is made of.

// To whom it was lost: the alternatives as choices in two columns, somebody else, not known.
void draw_lost_to(const Context& context, const Deal& deal, CloseDraft& draft, float width);
// Reasons as pills, numbered in the order in which they were picked, and own words.
void draw_close_reasons(const Context& context, CloseDraft& draft, float width);

}
