#pragma once

#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <string>
#include <vector>

namespace middleground {

// What the user's own closed deals say about the odds of each step of a playbook: Beta(a, b) of the playbook, and for every try in a closed
// deal kept +1 to a, not kept +1 to b, each of them halved per year of age.
//
// A try begins when a commitment is asked for. It was kept, or not: declined, broken, or still open when the deal was lost or ended without
// a decision. In a won deal an open try says nothing, but for the deciding commitment: won means that it was kept. What we took back
// ourselves (reopened) is no try.

// A chance as Beta(a, b).
struct ChanceOfKept {
    double a = 1;
    double b = 1;
    double mean = 0.5;
    double low = 0.05; // 90 % of the distribution lies between low and high, 5 % on either side
    double high = 0.95;
};

ChanceOfKept chance_of(double a, double b);

struct StepOdds {
    std::string step; // id
    ChanceOfKept prior;
    int kept = 0; // tries, as they were
    int not_kept = 0;
    double recent_kept = 0; // tries, each halved per year of age
    double recent_not_kept = 0;
    ChanceOfKept posterior;
};

// Of each step, in the playbook's order. Takes the closed deals that were started from this playbook and are no samples, with the
// commitments that were made for its steps. What happened after `today` counts as of today.
std::vector<StepOdds> step_odds_of(const Playbook& playbook, const std::vector<Deal>& deals, Date today);

// How many of the deals the above takes.
int calibrating_deals(const Playbook& playbook, const std::vector<Deal>& deals);

// The playbook with the posteriors as its odds.
Playbook with_odds(Playbook playbook, const std::vector<StepOdds>& odds);

// What is left of the weight of something that old: halved per 365 days. 1 for what lies ahead.
double weight_after(int days);

}
