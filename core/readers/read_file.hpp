#pragma once

#include "core/base/error.hpp"
#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <string>
#include <string_view>

// The way into core/readers: bytes in, records out. This room is a library of its own, and what uses records does not know it. Natively it
// is linked. On the page it is a program of its own in a worker, for it may not cost a first visit anything, a mail of 40 MB may not hold up a
// frame, and if it were ever to fail, nothing but the answer would be missing. A worker shares no memory with the page's program, so records
// are handed over as text: read_file_as_json there, records_from_json (core/records/json_records.hpp) here; both are of one build, and the text is
// kept nowhere. A part of the page's own program that is fetched later (as tools/split makes one) would have spared the text, but would run on
// the page's thread and be fetched by every visit that fetches the rest. By itself, without the other room's code, it is 237 KB of WebAssembly (94 KB
// packed); nothing of it throws.
namespace middleground::readers {

// What stands in a file. `name` is what it is called, for messages and where bytes could be two things. An error, in words for whoever
// dropped it: it is of a kind that is not read, with what to do instead (.msg: how to drag the mail out as .eml), larger than most_bytes, empty, or
// none of it can be read. What can be read only in part comes with the rest in `left_out`. Tables (FileKind::table) and files of ours come
// without records: core/intake/tables and core/files read those.
Result<records::FileRecords> read_file(std::string_view bytes, std::string_view name, const ReadOptions& options);

// The same as text: {"records": ...} or {"error": ...}.
std::string read_file_as_json(std::string_view bytes, std::string_view name, const ReadOptions& options);

}
