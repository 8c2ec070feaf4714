#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/plan.hpp"

#include <string>

namespace middleground {

// Pieces that several views share and that know the model.

// Disc with a glyph per stance, 14 px; the caller says the word beside it or in a tooltip.
void draw_stance_mark(const Ui& ui, ImDrawList* list, ImVec2 center, Stance stance, float design_size = 14);
ImU32 stance_color(const Ui& ui, Stance stance);
// Mark and word at the cursor.
void stance_text(const Ui& ui, Stance stance);

const char* plan_icon(PlanState state);
ImU32 plan_color(const Ui& ui, PlanState state);

const char* interaction_icon(InteractionKind kind);

}
