#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// A deal that is not open was changed from the list. The change is a step of the deal's own history, and one of the list that undo there
// takes back.
void push_list_edit(World world, const DealId& id, std::string what);
// The deal's own history went on in another way: what was done to it from the list can only be undone in the deal.
void forget_list_edits(Document& document, const DealId& id);

// Forgets steps at the end of the list's undo (redo) that are not the last of their deal's history any more: another tab's version or an
// import came over them.
void drop_stale_list_edits(Document& document, HistoryWay way);
// Takes back (does again) such a step.
void take_list_edit(World world, const WorkspaceStep& step, HistoryWay way);

// The deal in another state of its history, stored soon; what was half typed is dropped.
void replace_deal(World world, Entry& entry, Deal deal);

}
