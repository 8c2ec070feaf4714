#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/deals/deals_columns.hpp"
#include "app/viewmodel/team/team_words.hpp"

#include <optional>
#include <vector>

namespace middleground {

// Chips for the states of deals, for saved filters and for tags and fields; beside them or below the search, and the shape of the list.
void draw_deal_filters(const Context& context, float width);
// The dialogs that they open.
void draw_marks_dialog(const Context& context);
void draw_save_filter_dialog(const Context& context);
// In a team: the member whose deals alone are shown, and the dialog that chooses one (deals_owners.cpp).
std::optional<CountedOwner> shown_owner(const Context& context);
[[gnu::noinline]] void draw_owners_dialog(const Context& context);
// Which columns the table has, and in which order (deals_columns_dialog.cpp). `usual`: those that are shown while none are chosen.
void draw_columns_dialog(const Context& context, const std::vector<ColumnRef>& usual);
// The list as a file for spreadsheets.
void draw_table_dialog(const Context& context, const std::vector<const DealRow*>& rows);

}
