#pragma once

#include "app/ui/context.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/model/edit/edit.hpp"

namespace middleground {

// Says that what the ask card asks for happened on an earlier day: opens the dialog, and draws it while it is open.
void open_ask_day(const Context& context);
void draw_ask_day(const Context& context, const NextAsk& ask);

// Records edits that happened on a day. When the deal was not open by then, it began on that day: one step with them. The error says why
// not; then nothing is recorded.
Result<void> record_on(const Context& context, Date on, std::vector<Edit> edits);

}
