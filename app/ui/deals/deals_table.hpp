#pragma once

#include "app/session/monthly_amounts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/viewmodel/deals/deals_columns.hpp"
#include "app/viewmodel/deals_data.hpp"

#include <span>
#include <vector>

namespace middleground {

// The deals as a table; a click on a head changes the sorting in the view state.
void draw_deals_table(const Context& context, const std::vector<const DealRow*>& rows);
// The same as two-line rows for a phone.
void draw_deals_list(const Context& context, const std::vector<const DealRow*>& rows);

// The same as cards, a column for each next commitment (deals_board.cpp).
void draw_deals_board(const Context& context, const std::vector<const DealRow*>& rows, float width);

// Three dots, and what they open: what can be done with the deal beside opening it (deals_menu.cpp).
void draw_deal_menu_button(const Context& context, const DealRow& row, const ButtonOptions& options, bool wanted);
void draw_deal_menu(const Context& context, const DealRow& row, bool wanted); // opens when wanted: see wants_menu
// Whether pressing a row opens its deal: not with the second click of a double click whose first took something from a menu over it.
bool opens_deal(const Context& context, bool pressed);

// The deal, at the place where the words that are looked for stand (deals_found.cpp).
void open_found(const Context& context, const DealRow& row);

// What is expected from the deals that are shown, by month; nothing when there is nothing (deals_months.cpp).
void draw_expected_months(const Context& context, std::span<const MonthlyAmount> months, float width);

// The column and direction that the view state asks for; by date when it asks for none.
struct DealSort {
    DealColumn column = DealColumn::by;
    bool descending = false;
};
DealSort deal_sort(const ViewState& view);

// Head and width of a column, and those that are shown while none are chosen (deals_widths.cpp).
Column column_of(DealColumn column);
std::vector<ColumnRef> usual_columns(const Ui& ui, float width, bool in_team);

}
