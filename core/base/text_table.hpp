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

// A table as a file had it, with where each row stood, how it was read, and what did not fit in.
struct FileTable {
    TextTable table;
    std::vector<int> lines; // one for each row: where it begins in the file, from 1
    std::vector<RaggedRow> ragged;

    std::string encoding;      // label of the WHATWG: "utf-8", "windows-1252"
    char separator = ',';
    bool backslash = false;    // quotes are escaped with one, not doubled
    int heading_line = 1;      // 0: the table has no headings, and its columns are called "Column 1"
    bool headings_known = false; // some of them are those of a program that we know, or of a sheet

    int empty_rows = 0;        // rows of nothing but separators
    int repeated_headings = 0; // further rows of headings, with the titles of groups above them
    int small_print = 0;       // lines below the table that say who made it
    int short_rows = 0;        // taken, with nothing in the cells that they have not
    int joined_rows = 0;       // taken, with values joined that had a separator and a blank in them but no quotes
    int mended_values = 0;     // UTF-8 that had been read as something else once more
    int entity_values = 0;     // "&amp;"
    int open_quote_line = 0;   // the first of the quotation marks that are never closed and stand for themselves; 0: none
};

}
