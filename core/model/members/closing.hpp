#pragma once

#include "core/model/deal.hpp"
#include "core/model/names.hpp"

#include <optional>
#include <string>

namespace middleground {

// How files say the outcome of a closed deal; an open one has none. FROZEN in links: new ones go to the end.
enum class ClosedAs : std::uint8_t { won, lost, no_decision };

struct Closing {
    ClosedAs state = ClosedAs::won;
    Date on;
    std::string to;  // lost only
    std::string why; // lost and no decision
};

std::optional<Closing> closing_of(const Outcome& outcome);
Outcome outcome_of(Closing closing);

template <>
std::span<const EnumName<ClosedAs>> names_of<ClosedAs>();

}
