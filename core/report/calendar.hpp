#pragma once

#include "core/model/buyer_plan.hpp"

#include <string>

namespace middleground {

// For calendar programs (RFC 5545): steps as things to do. Reading a later file updates the entries of an earlier one.
std::string plan_calendar(const BuyerPlan& plan);
// The same for the seller: every commitment, open promises of ours, and dated next steps as days.
std::string deal_calendar(const Deal& deal, Date today);

}
