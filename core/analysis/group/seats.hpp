#pragma once

#include "core/analysis/consensus.hpp"

#include <vector>

namespace middleground {

// A seat of the group as the computation sees it: people by id, then the unnamed ones, so that the order in the file changes no bit.
struct Seat {
    const Stakeholder* person = nullptr; // none: unnamed
    double influence = unnamed_influence;
    double openness = unnamed_openness / 100.0;
    double stated = 0;
};

// Whoever has left keeps a seat until somebody follows: of the same weight, and nobody knows what they will think. Of the people who were
// named after somebody left each fills one such seat.
std::vector<Seat> seats_of(const Deal& deal);

}
