#pragma once

#include "core/model/deal.hpp"

namespace middleground::test {

// A valid deal as large as a seller's largest: 15 people, 40 commitments, 200 interactions, very long names among them.
// The same on every call for the same day.
Deal crowded_deal(Date today);

}
