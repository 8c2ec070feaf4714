#pragma once

#include <string>
#include <vector>

namespace middleground {

// A table of texts, as a spreadsheet or another program gave it. Every row has one value for each column.
struct TextTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

// A row that is longer or shorter than the headings.
struct RaggedRow {
    int line = 0; // of the file, from 1
    int values = 0;
    std::string first; // its first value that is not empty
};

// A table as a file had it, with where each row stood and what did not fit in.
struct FileTable {
    TextTable table;
    std::vector<int> lines; // one for each row: where it begins in the file, from 1
    std::vector<RaggedRow> ragged;
    std::string encoding; // "UTF-8", "UTF-16", "Windows-1252"
};

}
