#pragma once

#include "app/values/sort.hpp"

#include <string>

namespace middleground {

// Deals: which of them are shown, and how.
struct DealsDraft {
    std::string filter = "all";
    std::string query;
    bool as_board = false;
    Sort sort;
};

}
