#pragma once

#include "core/model/members/members.hpp"

#include <optional>
#include <vector>

// Logs of events; only merge*.cpp use it.
namespace middleground::merging {

bool holds_element(const Member& list, const std::vector<const void*>& elements, const void* element);

// What is known of the events of a member whose rule is `log`.
class Log {
public:
    using Events = std::vector<const void*>; // of one type, in order

    explicit Log(const Member& member);

    bool is_legal(const Events& events) const;
    // Whether both logs leave the thing in the same state.
    bool ends_alike(const Events& a, const Events& b) const;
    // What `mine` and `theirs` have in common at their beginning, then what each appended, by date; of one day `mine` comes first. What only
    // one side took back stays away; what both recorded alike stands once.
    Events union_of(const std::optional<Events>& base, const Events& mine, const Events& theirs) const;
    // One of the two, so that the result does not depend on whose is whose.
    const Events& earlier_kind_first(const Events& a, const Events& b) const;

private:
    const Member& member_;
    const MemberTable& events_;
};

}
