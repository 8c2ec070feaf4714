#pragma once

#include "core/base/error.hpp"
#include "core/files/backup.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <string_view>
#include <variant>

namespace middleground::io {

// What a person may open: a deal (archived ones too), a backup of several, a buyer's plan, or a playbook.
using AnyFile = std::variant<Deal, Backup, BuyerPlan, Playbook>;

// Parsed once, then read as the kind that its marker names; without a marker as a deal, whose error then says what was expected. Errors as
// of read_deal, read_archived, read_backup, read_plan and read_playbook. Never throws.
Result<AnyFile> read_any_file(std::string_view text, Date today);

}
