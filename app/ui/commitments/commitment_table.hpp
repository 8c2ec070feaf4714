#pragma once

#include "app/ui/context.hpp"

namespace middleground {

enum class TableRoom : std::uint8_t { full, beside_detail };

// Every commitment as a row; sortable, a press selects. Rows offer the usual next move. The answer is its lower edge.
float draw_commitment_table(const Context& context, float width, TableRoom room);
// On a phone: a list in order, what waits is indented.
void draw_commitment_list(const Context& context);

}
