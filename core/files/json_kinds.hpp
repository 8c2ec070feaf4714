#pragma once

#include "core/files/backup.hpp"
#include "core/files/json_file.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

namespace middleground::io {

// What read_deal and its like do once the text is parsed; the tree may be of any version.
Result<Deal> deal_of(Json tree, Date today);
Result<Deal> archived_of(Json tree, Date today);
Result<Backup> backup_of(Json tree, Date today);
Result<BuyerPlan> plan_of(Json tree);
Result<Playbook> playbook_of(Json tree);

}
