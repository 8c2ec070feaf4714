#pragma once

#include "app/values/sort.hpp"
#include "core/files/settings.hpp"

#include <string>
#include <vector>

namespace middleground {

// Deals: which of them are shown, and how.
struct DealsDraft {
    std::string filter = "all";
    std::string query;
    std::vector<DealMark> marks; // tags and values of fields of one's own
    bool as_board = false;
    Sort sort;
    std::string sort_field; // a field of one's own that the list is sorted by, in place of a column; empty: the column

    std::string owner;         // in a team: those of this member only, by id; empty: all
    bool owners_open = false;  // the dialog that chooses one
    bool marks_open = false; // the dialog that chooses tags and values
    std::string mark_query;  // what is typed there
    bool columns_open = false;
    bool saving = false; // the filter gets a name
    bool saving_began = false;
    std::string save_name;
    std::string save_error;
    bool table_open = false; // the dialog that saves the list as a file
};

}
