#pragma once

#include "core/codec/json_tree.hpp"

namespace middleground::io {

enum class FileKind : std::uint8_t { deal, sample, playbook, backup, settings, state, wording, plan, archive, import_table, mapping, log_words };

// The member whose value is the version and whose name says what the file is: "middleground_playbook".
std::string_view marker_of(FileKind kind);

// parse -> which kind -> version -> migrate. The tree is then of the present version, its marker still in it.
// Errors say when the file is of another kind, or was made by a newer version.
Result<Json> open_file(std::string_view text, FileKind kind);
// The same of a text that was parsed already.
Result<Json> open_file(Json tree, FileKind kind);

}
