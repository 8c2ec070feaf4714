#pragma once

#include "app/session/update/update.hpp"

#include <string>

namespace middleground {

// What is stored and cannot be read, by its key in document.damaged.
void save_damaged(World world, const std::string& key);
void remove_damaged(World world, const std::string& key);
// Takes such an entry out of storage, or puts it back where it stood; false when that cannot be done, and view.error says why.
bool toggle_discarded(World world, const Damaged& damaged);

}
