#pragma once

#include "core/base/text_table.hpp"
#include "core/model/buyer_plan.hpp"

namespace middleground {

// One row for the deal, then for each person and each commitment; the first column says which. Days as 2026-06-30.
TextTable deal_table(const Deal& deal);
TextTable plan_table(const BuyerPlan& plan);

}
