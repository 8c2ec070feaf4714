#pragma once

#include "core/base/text_table.hpp"
#include "core/intake/tables/recognise.hpp"

#include <string>

namespace middleground::cli {

// Says what a table was taken for, and each column, with three of its values. `currency` is what amounts count as that do not say theirs.
void say_reading(const std::string& name, const FileTable& file, const TableMapping& mapping, const std::string& currency);

}
