#pragma once

#include "tests/support/random_deal.hpp"

namespace middleground::test {

// A generated deal with more of what makes a seller's day: the steps of a shipped playbook, what they asked for, questions, days before which
// nothing happens, people who left, days that are near, days of silence. As valid as random_deal, and usually open.
Deal lively_deal(Random& random);

}
