#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// Where a deal has a field of the new name already, its value stays under the old one: nothing is lost, and it is shown beside.
void rename_field(World world, const action::RenameField& action);

}
