#pragma once

#include "core/model/deal.hpp"

namespace middleground {

// Two people of a deal are one: whatever names `gone` names `kept` from now on, and `gone` is no longer there. `kept` is how that person is
// afterwards; somebody of that id is in the deal. The stances of both stay, whatever `kept` says of them: in order of their days, of one day
// those of whom is kept last, so that they count. Of two lines of influence that become one the stronger stays (core/merge/doubles says what
// the other said); a line between the two has no meaning any more and goes. Both ids have to be in the deal, and different.
void join_people(Deal& deal, const StakeholderId& gone, Stakeholder kept);

// Puts the second id in the place of the first, with what is put off.
void name_instead(Deal& deal, const StakeholderId& gone, const StakeholderId& kept);

}
