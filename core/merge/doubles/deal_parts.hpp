#pragma once

#include "core/merge/doubles/merge_deals.hpp"
#include "core/merge/merge_words.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <vector>

// The steps of merged_deals(); only core/merge/doubles uses it.
namespace middleground::doubling {

// The other deal with ids that nothing of `kept` has, and the pairs with them.
struct Renamed {
    Deal gone;
    DealPairs pairs;
};
Renamed with_own_ids(const DealsInput& input, DealPairs pairs);

// Each takes the things of `gone` into `deal`, which holds those of both afterwards; what becomes one is named by its id of `deal`. To be called in this order:
// each relies on the references that those before have put right.
struct Parts {
    Deal& deal;
    const Deal& gone; // with ids of its own
    const DealPairs& pairs;
    const merging::Words& words;
    Date today;
    std::vector<std::string> lost;    // what was not chosen
    std::vector<std::string> follows; // what happens
};
void take_everything(Parts& parts);
Result<void> join_people(Parts& parts);
void join_concerns(Parts& parts);
void join_log(Parts& parts);
void join_commitments(Parts& parts);
void join_promises(Parts& parts);
// One commitment decides, and none waits for itself by way of others.
void settle_plan(Parts& parts, const Deal& kept);

}
