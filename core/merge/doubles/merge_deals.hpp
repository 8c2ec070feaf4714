#pragma once

#include "core/base/error.hpp"
#include "core/merge/doubles/side_by_side.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace middleground {

// Two deals of one seller become one. They are no copies of each other (that is core/merge/merge.hpp): nothing of them has one id but by chance or because
// one was duplicated from the other, and which of their things are the same somebody says.
struct DealsInput {
    const Deal& kept;
    const Deal& gone;
    Date today;
    std::uint64_t seed = 0; // for new ids of what both call alike
};

// Which things of the two are one: that of `kept` first, as each deal calls it. Each stands in one pair at most.
struct DealPairs {
    std::vector<std::pair<StakeholderId, StakeholderId>> people;
    std::vector<std::pair<CommitmentId, CommitmentId>> commitments;

    bool operator==(const DealPairs&) const = default;
};
// People by what likely_doubles() says, but for what is only possible; commitments by step of the playbook, then by title, then the two decisions.
DealPairs likely_pairs(const DealsInput& input);

// The facts of the deals in which they differ; "target" is the target date in force. When it was opened is not asked: on the earlier day, or what happened
// would have happened before.
std::vector<FieldOfTwo> deals_side_by_side(const DealsInput& input);

struct MergedDeals {
    Deal deal; // with the id of `kept`
    std::vector<std::string> follows; // what happens, each a sentence: "3 people join", "Time stays twice: ..."
};
// One deal with everything that both had: people and commitments of a pair are one, as far as what happened to them can have happened to one; entries of
// the log, concerns and promises that are in both stand once; every other thing is taken over. What was not chosen stands in the notes.
// Fails for a deal with itself, a sample with a deal of one's own, pairs that name nothing or something twice, and when the deal would break a
// rule that neither broke before (more people than a deal can have), with words.
Result<MergedDeals> merged_deals(const DealsInput& input, const DealPairs& pairs, const FieldChoices& choices);

}
