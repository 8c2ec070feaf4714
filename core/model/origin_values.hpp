#pragma once

#include "core/model/deal.hpp"

namespace middleground {

// What a deal or person says at present, in the words of its origin: an origin whose member equals this was not edited by hand since.
// System, id and who was removed are left empty.
DealOrigin values_of(const Deal& deal);
PersonOrigin values_of(const Stakeholder& person);

// As files have it: a member that equals the present value is left out, any other stands behind an "=".
DealOrigin without_known(const DealOrigin& origin, const DealOrigin& present);
PersonOrigin without_known(const PersonOrigin& origin, const PersonOrigin& present);
// And back.
DealOrigin with_known(DealOrigin origin, const DealOrigin& present);
PersonOrigin with_known(PersonOrigin origin, const PersonOrigin& present);

// "18400000 EUR", "2026-09-30", "won 2026-09-30"; empty for none.
std::string amount_text(const std::optional<Money>& amount);
std::string target_text(const Deal& deal);
std::string outcome_text(const Outcome& outcome);

}
