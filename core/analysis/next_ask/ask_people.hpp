#pragma once

#include "core/analysis/next_ask/next_ask.hpp"

#include <vector>

namespace middleground {

// Who can be asked for what. Nobody who has left is ever in what these return.

// The step of the input's playbook that the commitment came from, or null.
const PlaybookStep* step_of(const NextAskInput& input, const Commitment& commitment);

// Whether only those who decide, or whom the playbook names for it, can give it: the decision, the budget, the will to change.
bool needs_a_decider(const NextAskInput& input, const Commitment& commitment);
bool needs_a_decider(const Playbook* playbook, const Commitment& commitment);
// Whether this person can give it by their role. Where the buyer leads, who decides is asked only for what the playbook's step names them for.
bool may_give(const NextAskInput& input, const Commitment& commitment, const Stakeholder& person);
bool may_give(const Deal& deal, const Playbook* playbook, const Commitment& commitment, const Stakeholder& person);
bool is_end_user(const Stakeholder& person);
std::vector<StakeholderId> those_who_may_give(const NextAskInput& input, const Commitment& commitment, std::vector<StakeholderId> list);
// Where the commitment names nobody who can give it: whom its step needs, heard ones first, at most three; else those who decide, or the most
// influential of those who are for it; else nobody.
std::vector<StakeholderId> who_could_give(const NextAskInput& input, const Commitment& commitment);

// Those who can stop it, decision makers first, then by influence.
std::vector<StakeholderId> deciders(const Deal& deal);
// Whom we know best: where the buyer leads, who runs the procedure; else who talked with us last. Nobody when nobody did.
std::vector<StakeholderId> main_contact(const Deal& deal);
// Who covers for somebody who left: of the same function and wrote since, else wrote since, else of the same function, else the main
// contact; nobody when nobody is left.
std::vector<StakeholderId> who_covers_for(const Deal& deal, const Stakeholder& left);

}
