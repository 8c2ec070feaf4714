#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

// Files of the operating system. Paths are as the system has them (UTF-8 in practice). In every error `where` is the path that was given.

// Who else may read what is made: whoever the system's umask lets, or nobody.
enum class FileAccess : std::uint8_t { usual, owner_only };

// Afterwards the file holds all of `bytes`, or, on failure, what it held before: a temporary file beside it takes its place in one step.
// A symbolic link stays and what it points to is replaced; one that leads nowhere is refused, as are folders, devices and files that are
// read-only. Permissions of a file that is there stay, but for `owner_only`. At no time may anybody read the new bytes who may not later.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes, FileAccess access = FileAccess::usual);

// With the folders above it. What is there already stays as it is.
Result<void> make_folder(const std::string& path, FileAccess access = FileAccess::usual);

// The whole file. Refuses folders, devices, pipes and what is larger than `max_bytes`.
Result<std::string> read_file(const std::string& path, std::uint32_t max_bytes);

// What a descriptor still holds, at most `max_bytes`; `name` is what errors call it.
Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint32_t max_bytes);

}
