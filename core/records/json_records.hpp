#pragma once

#include "core/base/error.hpp"
#include "core/records/records.hpp"

#include <string>
#include <string_view>

// Records as text, for the way from the readers' worker to the program. Both are of one build and nobody keeps the text, so it has no version, and
// FORMATS.md does not know it. Members that are as they usually are are left out; a sheet's cells are one text.
namespace middleground::records {

std::string records_as_json(const Result<FileRecords>& read);
// What the worker said: the records, or its error. An error of our own when it is neither.
Result<FileRecords> records_from_json(std::string_view json);

}
