#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// What the user says about a deal that another tab or program changed too; words and choices are in app/session/store/stored.hpp.
// Theirs replaces ours, which undo brings back. Where they removed the deal, it goes here too; with an empty id, every deal that went when
// storage was emptied.
void load_theirs(World world, const DealId& id);
// Ours becomes a deal of its own. Where they removed it, it is stored again; with an empty id, every deal that went when storage was emptied.
void keep_both(World world, const DealId& id);

}
