#pragma once

#include "core/base/error.hpp"
#include "core/base/text_table.hpp"

#include <string>

namespace middleground::readers {

// The table in a text of UTF-8 whose first line has the headings; separator and quotes as it shows (core/intake/tables/reading).
Result<FileTable> table_of_text(std::string text);

}
