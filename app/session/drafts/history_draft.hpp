#pragma once

#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/calibration/history_base.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Learning from a table of closed deals what a deal begins with: what was chosen so far. The table itself is never stored.
struct HistoryDraft {
    bool open = false;
    DealId deal;      // whose base chance it becomes
    std::string file; // the table's name; empty: none was chosen yet
    TextTable table;
    HistoryQuestion question;           // which column says how deals ended, and how won ones are called there
    std::optional<HistoryModel> model;  // what the table says, once the question is whole
    std::vector<HistoryAnswer> answers; // to what the deal is asked about
    std::optional<Error> error;         // of the table, or of the question
    int sampled = 0;                    // of a very long table only so many rows are looked at; 0: all
};

}
