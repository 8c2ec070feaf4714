#pragma once

#include "app/session/drafts/doubles_draft.hpp"
#include "app/ui/context.hpp"
#include "app/viewmodel/doubles/doubles_data.hpp"

namespace middleground {

// What two people or deals say, member by member, and what follows; choices go into the draft.
void draw_compared(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width);

}
