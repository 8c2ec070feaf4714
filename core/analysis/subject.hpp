#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/model/stakeholder.hpp"

#include <compare>
#include <optional>
#include <variant>

namespace middleground {

// What a statement of the analysis is about: a thing of the deal that a reader can go to, or a whole function.
using Subject = std::variant<StakeholderId, CommitmentId, InteractionId, ConcernId, PromiseId, Function>;

// Something that can be looked up in the deal and shows that a statement is true. `on`: the day it happened, if it is an event.
struct Evidence {
    Subject subject;
    std::optional<Date> on;

    bool operator==(const Evidence&) const = default;
};

}
