#pragma once

#include "core/model/deal.hpp"

namespace middleground {

// Whether this person said no to the commitment and nothing about it has changed since: no concern of theirs was answered or resolved, no
// value was given to them, their stance did not rise, and they did not agree after all. A no that names nobody is everybody's; one with a day before which
// nothing happens is none. All from
// the day of the no on counts as a change.
bool refuses(const Deal& deal, const Commitment& commitment, const StakeholderId& person);

// How often it was declined or broken.
int refusals(const Commitment& commitment);

}
