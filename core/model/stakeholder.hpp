#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/model/origin.hpp"
#include "core/model/own_fields/own_field.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Enums that say FROZEN stand in links by their numbers: new values go to the end, and none is ever taken out or moved.

// The department a person speaks for. FROZEN.
enum class Function : std::uint8_t {
    executive,
    finance,
    it,
    operations,
    marketing,
    sales,
    legal,
    procurement,
    security,
    hr,
    end_user,
    other
};
inline constexpr std::size_t function_count = static_cast<std::size_t>(Function::other) + 1;
// The part a person has in the decision. FROZEN.
enum class Role : std::uint8_t { decision_maker, approver, evaluator, influencer, user, gatekeeper };
// Without their yes there is no decision.
constexpr bool decides_or_approves(Role role) {
    return role == Role::decision_maker || role == Role::approver;
}
// For or against. Unknown is a value of its own, never a synonym of neutral. FROZEN.
enum class Stance : std::uint8_t { unknown, opposed, sceptical, neutral, supportive, champion };

struct StanceEvent {
    Date on;
    Stance stance = Stance::unknown;
    std::string why;
    std::optional<Date> not_before = {}; // nothing happens before that day, as this person said: "frozen until the fourth quarter"

    bool operator==(const StanceEvent&) const = default;
};

// They are no longer with the customer, or no longer part of this decision.
struct Departure {
    Date on;
    std::string why;

    bool operator==(const Departure&) const = default;
};

// A person in the buying group.
struct Stakeholder {
    StakeholderId id;
    Date created;
    std::string name;
    std::string title;
    Function function = Function::other;
    Role role = Role::influencer;
    int influence = 50;               // 0..100, the weight of this person in the decision
    int openness = 50;                // 0..100, how far others can move this person
    std::vector<StanceEvent> stances; // append-only, dates never fall; empty means unknown
    std::string problem;
    std::string needed_outcome;
    std::string contact;
    std::string notes; // private
    std::optional<PersonOrigin> origin; // imported
    std::optional<Departure> left;      // private
    std::vector<Tag> tags;              // each name once; private
    std::vector<OwnField> fields;       // of the seller's own, each name once; private but for those that are marked
    std::string extra; // unknown JSON members of a file, kept for the round trip; only core/files reads it

    bool operator==(const Stakeholder&) const = default;
};

// The latest stance, or unknown when none was ever recorded.
inline Stance stance_of(const Stakeholder& person) {
    return person.stances.empty() ? Stance::unknown : person.stances.back().stance;
}

// `weight` is the share of `to`'s mind that `from` has, 0..1. In thousandths, so that files and comparisons are exact.
struct Influence {
    StakeholderId from;
    StakeholderId to;
    int weight_milli = 0; // 0..1000
    Date created;
    std::string extra;

    bool operator==(const Influence&) const = default;
};

}
