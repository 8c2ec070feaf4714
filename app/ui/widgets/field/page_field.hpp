#pragma once

#include "app/ui/widgets/field/text_input.hpp"

#include <string_view>

namespace middleground {

// A text that is typed in and whose letters depend on each other cannot be drawn as Dear ImGui draws what is edited: letter by letter, from
// the left.

// Where a page shows fields of its own (Ui::page_field), asks for that while the field of that id is active, from the first such letter on
// until it is left. The words stand between `min` and `max`.
void ask_page_field(const Ui& ui, ImGuiID id, std::string_view value, const FieldWords& words, ImVec2 min, ImVec2 max, float line_height,
                    bool lines);

// Elsewhere we draw the words, the selection and the caret of a field of one line, between `min` and `max`, in place of what Dear ImGui drew of
// it without colour.
void draw_edited_words(const Ui& ui, const FieldWords& words, ImVec2 min, ImVec2 max);

}
