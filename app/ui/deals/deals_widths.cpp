// How wide the columns of the table of deals are, and which give way first.
#include "app/ui/deals/deals_table.hpp"
#include "app/viewmodel/deals/deals_columns.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <array>

namespace middleground {

Column column_of(DealColumn column) {
    switch (column) {
    case DealColumn::deal:
        return {label_of(DealColumn::deal), -1.2f, false, true};
    case DealColumn::ask:
        return {label_of(DealColumn::ask), -1.3f, false, true};
    case DealColumn::by:
        return {label_of(DealColumn::by), 84, false, true};
    case DealColumn::kept:
        return {label_of(DealColumn::kept), 112, false, true};
    case DealColumn::last_kept:
        return {label_of(DealColumn::last_kept), 76, true, true};
    case DealColumn::people:
        return {label_of(DealColumn::people), 76, true, true};
    case DealColumn::balance:
        return {label_of(DealColumn::balance), 132, false, true};
    case DealColumn::chance:
        return {label_of(DealColumn::chance), 68, true, true};
    case DealColumn::close:
        return {label_of(DealColumn::close), 92, false, true};
    case DealColumn::target:
        return {label_of(DealColumn::target), 72, false, true};
    case DealColumn::tags:
        return {label_of(DealColumn::tags), 132, false, true};
    case DealColumn::owner:
        return {label_of(DealColumn::owner), 120, false, true};
    case DealColumn::amount:
        return {label_of(DealColumn::amount), 100, true, true};
    }
    return {};
}

// Columns go before names are cut: what can wait most goes first, until the deal and what to ask have their room.
std::vector<ColumnRef> usual_columns(const Ui& ui, float width, bool in_team) {
    using enum DealColumn;
    constexpr float for_words = 500;
    constexpr float around = 24; // of a cell
    constexpr std::array by_need{by, owner, chance, amount, close, last_kept, balance, people, kept, target, tags};
    static_assert(by_need.size() + 2 == deal_column_count, "say how soon each column but the first two gives way");
    float left = width - ui.px(28 + around);
    std::vector<DealColumn> shown{deal, ask};
    for (const auto column : by_need) {
        if (column == owner && !in_team) continue;
        const float wide = ui.px(column_of(column).width + around);
        if (left - wide < ui.px(for_words)) continue;
        left -= wide;
        shown.push_back(column);
    }
    sort_list(shown);
    std::vector<ColumnRef> columns;
    for (const auto column : shown) {
        columns.push_back({column, {}});
    }
    return columns;
}

}
