#pragma once

#include "app/viewmodel/deals_data.hpp"
#include "app/ui/widgets/text.hpp"

#include <string>

namespace middleground {

// What the table and the list of deals draw of one deal.

// One line of a cell, after an icon or not.
struct Line {
    std::string text;
    ImU32 color = 0;
    TextStyle style = TextStyle::body;
    const char* icon = nullptr;
};

// The line within the rectangle, cut to fit.
void draw_line(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const Line& line, Align align = Align::left);
// The name, the mark of a sample right after it, and `second` below.
void draw_deal_name(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const DealRow& row, const Line& second);
// Filled discs for what is kept, hollow ones for the rest; a bar when there are too many to count. `at` is the left end, centred
// vertically.
void draw_pips(const Ui& ui, ImDrawList* list, ImVec2 at, float width, const DealRow& row);

// The ask, the outcome of a closed deal, or why there is none.
Line ask_line(const Ui& ui, const DealRow& row);
Line by_line(const Ui& ui, const DealRow& row, Date today);
Line last_kept_line(const Ui& ui, const DealRow& row, Date today);

}
