#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/model/commitment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// FROZEN in links: new values go to the end.
enum class InteractionKind : std::uint8_t { meeting, call, email, demo, workshop, other };
// FROZEN in links.
enum class Direction : std::uint8_t { outbound, inbound, mutual };

// A planned step stays until somebody says what became of it. FROZEN in links: new ones go to the end.
enum class NextStepState : std::uint8_t { planned, happened, dropped };

// What was agreed to happen next; at least one of the first three members is set.
struct NextStep {
    CommitmentId commitment; // may be empty
    std::optional<Date> on;
    std::string what; // may be empty
    NextStepState state = NextStepState::planned;

    bool operator==(const NextStep&) const = default;
};

struct Interaction {
    InteractionId id;
    Date created;
    Date on;
    InteractionKind kind = InteractionKind::meeting;
    Direction direction = Direction::mutual;
    std::vector<StakeholderId> people;
    std::string summary;
    std::vector<CommitmentId> asks;
    std::vector<ConcernId> concerns; // touched
    std::vector<Value> value_given;
    std::optional<NextStep> next;
    bool answered = false; // for outbound messages: somebody answered
    std::string source;    // the mail, the meeting or the recording that it was made from (source_key.hpp); empty: typed. Private
    std::string extra;

    bool operator==(const Interaction&) const = default;
};

// Who asked for what was asked for in it.
inline Asker asker_of(const Interaction& interaction) {
    return interaction.direction == Direction::inbound ? Asker::them : Asker::us;
}

// Whether whoever took part was heard: everything but our own messages and calls that nobody answered. In a meeting, a demo or a workshop
// both sides were there, whoever began it.
inline bool was_two_way(const Interaction& interaction) {
    const bool both_there = interaction.kind == InteractionKind::meeting || interaction.kind == InteractionKind::demo ||
                            interaction.kind == InteractionKind::workshop;
    return both_there || interaction.direction != Direction::outbound || interaction.answered;
}

}
