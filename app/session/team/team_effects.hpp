#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// Does what the team says: colleagues' changes come into deals, new deals into the list, questions before the user, texts towards storage.
[[gnu::noinline]] void apply_team_effects(World world);
// The line that waits, if nothing is in its way.
[[gnu::noinline]] void say_team_news(World world);
// The deal was away from here since `base` (null: not known when), and colleagues have `theirs` by now: both come together, or where they cannot, theirs
// stays and the user's becomes a deal of its own.
void take_over(World world, Entry& entry, const Deal* base, const Deal& theirs);
// The page that compares what a colleague made of the deal with what is here; nothing when there is no question.
[[gnu::noinline]] void compare_with_team(World world, const DealId& id);

}
