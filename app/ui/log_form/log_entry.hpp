#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// One entry of the log over the given width; the last ImGui item when it returns. Enter on it changes it.
void draw_log_entry(const Context& context, const Interaction& interaction, float width);

// Selects the entry on Log, scrolls to it and gives it the keyboard's focus. It may only be about to come into the deal.
void show_entry(const Context& context, const InteractionId& id);

}
