#pragma once

#include "core/analysis/next_ask/next_ask.hpp"

#include <vector>

namespace middleground {

// What a deal says about whom to ask and what stands in the way; the ranking and the words of the next asks both look here.

// Who of those who can give it (ask_people.hpp) has not agreed to it yet, the buyer's owner first, then by influence; with nobody of them
// named: who could give it; else nobody. Nobody who has left is in any of these.
std::vector<StakeholderId> whom_to_ask(const NextAskInput& input, const Commitment& commitment);

// Whether something was given to one of them, a concern of theirs resolved or a promise to them kept after that day.
bool given_since(const Deal& deal, const std::vector<StakeholderId>& whom, Date since);

// Who was asked last and has not answered; else as whom_to_ask.
std::vector<StakeholderId> whom_to_follow_up(const NextAskInput& input, const Commitment& commitment);
// The people of a commitment who have not agreed to it, the owner first, then by influence.
std::vector<StakeholderId> not_agreed_yet(const Deal& deal, const Commitment& commitment);
// The buyer's owner, else who agreed; then who has not agreed yet; with nobody named as whom_to_ask.
std::vector<StakeholderId> whom_to_help(const NextAskInput& input, const Commitment& commitment);
// The most influential of those who are for it, or nobody.
std::vector<StakeholderId> strongest_supporter(const Deal& deal);

bool holds(const std::vector<StakeholderId>& list, const StakeholderId& id);
// The owner first, then who weighs most, then by id: the deal's own order decides nothing. All of them are of the deal.
void sort_people(const Deal& deal, std::vector<StakeholderId>& list, const StakeholderId& owner);
// As the consensus says: spoke with us, or their problem is written down.
bool heard(const NextAskInput& input, const StakeholderId& id);

// The last "no" or broken word, if the commitment is declined or broken.
const CommitmentEvent* refusal_of(const Commitment& commitment);

// Whether that was done for those who refused, since they did; false when nobody refused.
bool given_since_refusal(const Deal& deal, const Commitment& commitment);

// The commitments that were refused with nothing given or resolved since, the oldest first.
std::vector<const Commitment*> refused_for_nothing(const Deal& deal);

// Our open promises to that person that have a day, the earliest first.
std::vector<const OurPromise*> open_promises(const Deal& deal, const StakeholderId& to);
// The concerns of that person that are open (not answered, not resolved), the oldest first; their questions are none.
std::vector<const Concern*> open_concerns(const Deal& deal, const StakeholderId& of);
// The day from which it is in its present state.
Date concern_since(const Concern& concern);

double push_of(const NextAskInput& input, const StakeholderId& id);
inline constexpr double give_first_from = 30; // push above this: give before asking

}
