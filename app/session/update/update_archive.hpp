#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// Putting deals away and taking them out again; each is a step that undo takes back.
void archive_deal(World world, const action::ArchiveDeal& action);
void archive_closed(World world);

// Puts the deal away or takes it out, without a step; false when storage refused, which is said.
bool move_to_archive(World world, Entry& entry, bool archived);

}
