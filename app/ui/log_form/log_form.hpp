#pragma once

#include "app/session/drafts/log_draft.hpp"
#include "app/ui/context.hpp"

namespace middleground {

// Shows the form, begun like that. When a draft waits that is shown instead, so that nothing typed is lost.
void begin_log(const Context& context, LogDraft draft);
// The same for a new interaction.
void open_log_form(const Context& context);
// Whether a draft of the open deal waits, not shown.
bool draft_waits(const Context& context);

}
