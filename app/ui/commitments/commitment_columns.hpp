#pragma once

#include "app/ui/commitments/commitment_table.hpp"
#include "app/ui/widgets/layout.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

enum class PlanColumn : std::uint8_t { number, title, done_when, state, owner, due, needs, waits, move };

Column column_of(PlanColumn column);
// Those that a table of this width has room for, from left to right. What a row is called is not cut for what its graph, its detail or a
// wider window says, too.
std::vector<PlanColumn> columns_for(const Ui& ui, float width, TableRoom room);

}
