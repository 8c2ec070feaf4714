#pragma once

#include "core/intake/tables/import_changes.hpp"

#include <string>
#include <vector>

namespace middleground {

// What is to be said of an import's rows, a line each: "deals.csv, line 3, Amount: ...". Of many alike the first five and how many more there are.
std::vector<std::string> problem_lines(const ImportChanges& changes);

}
