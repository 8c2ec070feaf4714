#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// FROZEN in links: new kinds go to the end.
enum class PromiseEventKind : std::uint8_t { made, kept, broken };
enum class PromiseState : std::uint8_t { open, kept, broken };

struct PromiseEvent {
    PromiseEventKind kind = PromiseEventKind::made;
    Date on;
    std::string note;

    bool operator==(const PromiseEvent&) const = default;
};

// What the seller promised to do. Legal: made first and once; then kept or broken, and each may still turn into the other.
struct OurPromise {
    PromiseId id;
    Date created;
    StakeholderId to; // may be empty: to the group
    std::string what;
    std::optional<Date> due;
    std::vector<PromiseEvent> events;
    std::string extra;

    bool operator==(const OurPromise&) const = default;
};

PromiseState state_of(const OurPromise& promise);
bool is_legal_move(const OurPromise& promise, PromiseEventKind kind);

}
