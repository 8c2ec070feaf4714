#pragma once

#include "core/model/interaction.hpp"

namespace middleground {

// Whether whoever took part was heard: everything but our own messages and calls that nobody answered. In a meeting, a demo or a workshop
// both sides were there, whoever began it.
inline bool was_two_way(const Interaction& interaction) {
    const bool both_there = interaction.kind == InteractionKind::meeting || interaction.kind == InteractionKind::demo ||
                            interaction.kind == InteractionKind::workshop;
    return both_there || interaction.direction != Direction::outbound || interaction.answered;
}

}
