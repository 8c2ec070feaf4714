#pragma once

#include "app/ui/context.hpp"

#include <cstdint>

namespace middleground {

// Where a row of a list goes: one place.
enum class RowMove : std::uint8_t { none, up, down };

// Right after a row was drawn: Alt and an arrow while it has the keyboard's focus, which stays with the row.
RowMove row_moved_by_keys();

// Above a list whose rows can be moved in one of its orders: there how they are moved, in any other a way to that one; true when it was
// pressed.
struct RowOrder {
    std::string_view words; // "In your own order"; empty: nothing is said in that order
    std::string_view show;  // "Show your own order"
    bool shown = false;
};
bool draw_row_order(const Context& context, const RowOrder& order, float width);

}
