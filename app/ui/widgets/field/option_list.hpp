#pragma once

#include "app/ui/widgets/field/field.hpp"

namespace middleground {

// A list over the page, below or above a box: what select and multi_pick open. At most eight rows are visible.
struct OptionListPlace {
    ImVec2 anchor_min;
    ImVec2 anchor_max;
    int rows = 0;
};
enum class ListFocus : std::uint8_t { takes, leaves }; // leaves: the field that is typed in keeps the keyboard
bool begin_option_list(const Ui& ui, ImGuiID popup, const OptionListPlace& place, ListFocus focus);
void end_option_list();

enum class Highlight : std::uint8_t { no, yes, scroll_to };
struct OptionState {
    Highlight highlight = Highlight::no;
    bool chosen = false; // drawn with a check
};
struct OptionAnswer {
    bool pressed = false;
    bool pointed = false; // the pointer moved over it: it becomes the highlighted one
};
OptionAnswer option_row(const Ui& ui, int index, const Choice& choice, const OptionState& state);

// Moves by arrows, Home, End and page keys; the new index.
int moved_by_keys(int index, int count);
// A key of the list is used up: nothing else in this frame hears it.
void swallow_key(ImGuiKey key);

}
