#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// What views ask for of a team. Without one nothing happens; what cannot be is said in view.error.
[[gnu::noinline]] void update_team(World world, const action::OfTeam& action);
// The question about that deal is answered: what the user chose is in the document.
void answer_team(World world, const DealId& id);

}
