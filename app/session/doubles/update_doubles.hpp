#pragma once

#include "app/session/update/update.hpp"

#include <string_view>

namespace middleground {

enum class HistoryWay : std::uint8_t; // update_list_edits.hpp

// Two deals become one: a step of the list that holds the one that went, and the last step of the history of the one that stayed.
void merge_deals(World world, const action::MergeDeals& action);
// Takes it back, or does it again. False: it cannot be now, which view.error says.
bool toggle_merged(World world, WorkspaceStep& step, HistoryWay way);
// Puts the merge that the deal's own history ends with behind all other steps; false when it does not end with one.
bool is_merge_next(std::vector<WorkspaceStep>& steps, const DealId& id, std::string_view what);

}
