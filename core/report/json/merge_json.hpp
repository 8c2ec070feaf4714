#pragma once

#include "core/merge/merge.hpp"

#include <string>

namespace middleground {

// What a merge brings and asks, as `merge --json` prints it; FORMATS.md has the members.
std::string write_merge(const Merge& merge);

}
