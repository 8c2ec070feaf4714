#pragma once

#include "core/model/deal.hpp"

namespace middleground::test {

// A valid deal as large as a seller's largest: 15 people, 40 commitments, 200 interactions, very long names among them.
struct Crowd {
    int people = 15;
    int commitments = 40;
    int interactions = 200;
};
// The same on every call for the same day and size.
Deal crowded_deal(Date today, const Crowd& crowd = {});
// As large as the analysis has to bear: 200 people, 500 commitments, 1,000 interactions.
Deal huge_deal(Date today);

}
