#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

// Files of the operating system. Paths are as the system has them (UTF-8 in practice). In every error `where` is the path that was given.

// Afterwards the file holds all of `bytes`, or, on failure, what it held before: a temporary file beside it takes its place in one step.
// A symbolic link stays and what it points to is replaced; permissions stay. Refuses folders, devices and files that are read-only.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes);

// The whole file. Refuses folders, devices, pipes and what is larger than `max_bytes`.
Result<std::string> read_file(const std::string& path, std::uint32_t max_bytes);

// What a descriptor still holds, at most `max_bytes`; `name` is what errors call it.
Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint32_t max_bytes);

}
