#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"

#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace middleground {

// Something that may happen, for comparisons. It is applied to a copy of the deal; the deal itself stays as it is.
namespace what_if {

struct Kept { // the commitment is kept today
    CommitmentId id;
    bool operator==(const Kept&) const = default;
};
struct Declined { // it is declined today
    CommitmentId id;
    bool operator==(const Declined&) const = default;
};
struct StanceBecomes {
    StakeholderId id;
    Stance stance = Stance::unknown;
    bool operator==(const StanceBecomes&) const = default;
};
struct Resolved { // the concern is resolved today
    ConcernId id;
    bool operator==(const Resolved&) const = default;
};
struct SomebodyNamed { // one more seat has a name: neutral, of the influence and openness that an unnamed seat counts with
    bool operator==(const SomebodyNamed&) const = default;
};
struct Waiting { // nothing is done for so many days
    int days = 28;
    bool operator==(const Waiting&) const = default;
};

}

using WhatIf =
    std::variant<what_if::Kept, what_if::Declined, what_if::StanceBecomes, what_if::Resolved, what_if::SomebodyNamed, what_if::Waiting>;

// The deal as it would be. What names nothing of the deal, or what is so already, changes nothing. The new events need no legal moves:
// this is no edit, and never stored.
Deal with_what_ifs(Deal deal, std::span<const WhatIf> all, Date today);

// Days that are waited in all.
int days_waited(std::span<const WhatIf> all);

// As the command line has it: "kept:ID", "declined:ID", "stance:ID=supportive", "resolved:ID", "named", "wait:28". Fails with what is
// expected; whether the id is of the deal as well.
Result<WhatIf> parse_what_if(std::string_view text, const Deal& deal);

}
