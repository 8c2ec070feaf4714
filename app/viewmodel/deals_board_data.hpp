#pragma once

#include "app/viewmodel/deals_data.hpp"

#include <string>
#include <vector>

namespace middleground {

// A column of the board: the deals that have the same commitment ahead of them, in the order in which they were given.
struct BoardColumn {
    std::string title;
    std::vector<const DealRow*> rows;
};

// Columns from the first commitments of a plan to the last ones, then what has none ahead: "Not planned yet" first of all, "Everything
// kept", "Won", "Lost" and "No decision" at the end. None is empty.
std::vector<BoardColumn> board_columns(const std::vector<const DealRow*>& rows);

}
