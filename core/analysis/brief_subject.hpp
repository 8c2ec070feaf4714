#pragma once

#include "core/model/deal.hpp"

#include <variant>

namespace middleground {

// What a brief prepares for: the next meeting, whoever it is with; a talk with one person; the step that was planned in an interaction; or an
// interaction of the past, to go over it again.
struct NextMeeting {
    bool operator==(const NextMeeting&) const = default;
};
struct PlannedMeeting {
    InteractionId planned_in;
    bool operator==(const PlannedMeeting&) const = default;
};
using BriefSubject = std::variant<NextMeeting, StakeholderId, PlannedMeeting, InteractionId>;

}
