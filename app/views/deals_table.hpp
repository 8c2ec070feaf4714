#pragma once

#include "app/context.hpp"
#include "app/views/deals_data.hpp"

#include <vector>

namespace middleground {

// The deals as a table; a click on a head changes the sorting in the view state.
void draw_deals_table(const Context& context, const std::vector<DealRow>& rows);
// The same as two-line rows for a phone.
void draw_deals_list(const Context& context, const std::vector<DealRow>& rows);

// What is expected from the open ones of these deals, by month; nothing when there is nothing (deals_months.cpp).
void draw_expected_months(const Context& context, const std::vector<DealRow>& rows, float width);

// The column and direction that the view state asks for; by date when it asks for none.
struct DealSort {
    DealColumn column = DealColumn::by;
    bool descending = false;
};
DealSort deal_sort(const ViewState& view);

}
