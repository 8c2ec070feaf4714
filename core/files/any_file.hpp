#pragma once

#include "core/base/error.hpp"
#include "core/files/backup.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"

#include <string_view>
#include <variant>

namespace middleground::io {

// What a person may open: a deal (archived ones too), a backup of several, or a buyer's plan.
using AnyFile = std::variant<Deal, Backup, BuyerPlan>;

// Parsed once, then read as the kind that its marker names; without a marker as a deal, whose error then says what was expected. Errors as
// of read_deal, read_archived, read_backup and read_plan. Never throws.
Result<AnyFile> read_any_file(std::string_view text, Date today);

}
