#pragma once

#include "app/session/document.hpp"

namespace middleground {

// Somebody else's changes made `before` what the entry's deal is now: its undo and redo keep to one's own changes. The same for what undo of the list holds
// of that deal.
[[gnu::noinline]] void move_history(Document& document, Entry& entry, const Deal& before);

}
