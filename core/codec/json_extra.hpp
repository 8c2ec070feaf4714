#pragma once

#include "core/codec/json_tree.hpp"

#include <string_view>

// Unknown members of files: kept as compact JSON object text in the `extra` of the thing they belong to.
namespace middleground::io {

inline constexpr int max_extra_depth = 16;    // objects and lists within each other, the `extra` itself included
inline constexpr int max_extra_members = 512; // of any one object in it

// Whether unknown members can be kept. The limits are below those of files, so that a file with them in it can always be read again,
// whatever is filled in beside them and wherever the deal stands in it.
bool fits_extra(const Json& unknown);

// Whether the text is what `extra` members hold: a JSON object without white space, not empty, within the limits.
bool is_extra(std::string_view text);

}
