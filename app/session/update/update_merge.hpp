#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// What the preview brings comes into the user's own copy, as one step of undo. An error changes nothing.
void apply_merge(World world, const action::ApplyMerge& action);

}
