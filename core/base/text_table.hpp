#pragma once

#include <string>
#include <vector>

namespace middleground {

// A table of texts, as a spreadsheet or another program gave it. Every row has one value for each column.
struct TextTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

}
