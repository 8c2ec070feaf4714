#pragma once

#include "core/intake/tables/reading/record_splitter.hpp"
#include "core/intake/tables/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground::importing {

// How a table is written: what its first lines show. Only this folder uses it.
struct TableForm {
    RecordForm records;
    std::size_t begin = 0;       // bytes of the text that come before all records: "sep=;"
    int lines_before = 0;        // and how many lines that is
    int heading_line = 0;        // 0: the table has no headings
    bool headings_known = false; // at least two of the headings are those of programs or sheets
};

// What the person chose; nothing: as the lines show. A line that is none of a record is the next below it.
struct FormChoice {
    std::optional<char> separator;
    std::optional<int> heading_line;
};

// Of all separators the one that splits the headings and most rows evenly, known headings before all else; headings are where known ones stand, else the first
// row of words. `text`: the table or its beginning.
TableForm form_of(std::string_view text, const KnownHeadings& headings, const FormChoice& choice);

inline constexpr std::string_view separators = ",;\t|";

// How many of its cells hold something.
int filled(const std::vector<std::string>& record);

// Whether a cell looks like a fact and not like a heading: a number, a day, an address.
bool looks_like_data(std::string_view cell);

}
