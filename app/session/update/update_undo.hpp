#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// The open deal's own history first; then deals that came or went.
void undo(World world);
void redo(World world);

}
