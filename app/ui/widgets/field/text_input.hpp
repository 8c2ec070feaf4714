#pragma once

#include "app/ui/widgets/field/field.hpp"

#include <imgui_internal.h>

namespace middleground {

// text_field for widgets that add something to it.

enum class VerticalArrows : std::uint8_t { leave, stay }; // leave: Up and Down go to another control, as ImGui has it for one line
struct TextInput {
    FieldEvent event = FieldEvent::none;
    bool drawn = false; // false in a window that is hidden: all else is empty
    bool active = false;
    bool was_active = false; // before this frame's input
    ImVec2 min;              // of the box
    ImVec2 max;
    ImGuiLastItemData item; // of the text, for what asks about the last item after more was drawn
};
TextInput text_input(const Ui& ui, std::string_view label, std::string& value, const FieldOptions& options,
                     VerticalArrows arrows = VerticalArrows::leave);

// Where the words of a field stand inside its box.
struct FieldWords {
    float left = 0; // of the first letter
    float right = 0;
    ImFont* font = nullptr;
    float size = 0;
};
FieldWords field_words(const Ui& ui, ImVec2 min, ImVec2 max, float padding, const FieldOptions& options);
// Icon at the left and echo at the right of a field of one line.
void draw_field_marks(const Ui& ui, ImVec2 min, ImVec2 max, const FieldWords& words, std::string_view value, const FieldOptions& options);

}
