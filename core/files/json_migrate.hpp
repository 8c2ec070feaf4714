#pragma once

#include "core/codec/json_tree.hpp"

namespace middleground::io {

// Brings the tree of a deal file or backup of version `from` to the present one, step by step. FORMATS.md says what changed when.
// What has not the expected shape is left as it is: reading then says what is wrong with it.
void migrate(Json& file, int from);

}
