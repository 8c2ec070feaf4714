#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// One step of a deal's own history; all of its edits or none. Of another deal than the open one it is a step of the list, too.
void apply_edits(World world, const action::Apply& action);
// The open deal gets the commitments of a playbook.
void plan_deal(World world, const std::string& playbook);

}
