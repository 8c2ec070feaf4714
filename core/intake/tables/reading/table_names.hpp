#pragma once

#include "core/base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the ways to read a table are called.

struct TableEncoding {
    std::string_view label;
    std::string_view name; // "Windows-1252, Western Europe"
};
// Those that can be chosen, the likeliest first.
std::vector<TableEncoding> table_encodings();
// Of a label, or the label itself.
std::string encoding_name(std::string_view label);
// "comma", "semicolon", "tab", "vertical bar", or the sign itself in quotes.
std::string separator_name(char separator);

// What a file is that is no text table, whatever its name ends with, and what to do then. Nothing: it may be one.
std::optional<Error> no_table(std::string_view bytes);

}
