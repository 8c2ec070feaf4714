#include "core/model/members/closing.hpp"

#include <array>
#include <utility>

namespace middleground {

std::optional<Closing> closing_of(const Outcome& outcome) {
    if (const auto* won = std::get_if<Won>(&outcome)) return Closing{ClosedAs::won, won->on, {}, {}};
    if (const auto* lost = std::get_if<Lost>(&outcome)) return Closing{ClosedAs::lost, lost->on, lost->to, lost->why};
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return Closing{ClosedAs::no_decision, none->on, {}, none->why};
    return {};
}

Outcome outcome_of(Closing closing) {
    switch (closing.state) {
    case ClosedAs::won:
        return Won{closing.on};
    case ClosedAs::lost:
        return Lost{closing.on, std::move(closing.to), std::move(closing.why)};
    case ClosedAs::no_decision:
        break;
    }
    return NoDecision{closing.on, std::move(closing.why)};
}

template <>
std::span<const EnumName<ClosedAs>> names_of<ClosedAs>() {
    using enum ClosedAs;
    static constexpr std::array<EnumName<ClosedAs>, 3> names{
        {{won, "won", "Won"}, {lost, "lost", "Lost"}, {no_decision, "no_decision", "No decision"}}};
    return names;
}

}
