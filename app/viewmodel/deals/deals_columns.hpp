#pragma once

#include "app/viewmodel/deals_data.hpp"
#include "core/files/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// A column of the list of deals: one that the program has, or a field of one's own.
struct ColumnRef {
    DealColumn column = DealColumn::deal;
    std::string field; // its name; empty: the column

    bool operator==(const ColumnRef&) const = default;
};

// As settings hold it: "by", "field Region".
std::string key_of(const ColumnRef& ref);
std::optional<ColumnRef> column_of_key(std::string_view key);
// The heading.
std::string_view label_of(DealColumn column);
std::string label_of(const ColumnRef& ref);

// The columns that were chosen, in their order, the deal first; nothing where none were. Whose a deal is has a column in a team only.
std::vector<ColumnRef> chosen_columns(const Settings& settings, bool in_team = false);
// All that can be chosen, but for the deal: those that are chosen in their order, then the rest; fields by `known`.
struct ColumnChoice {
    ColumnRef ref;
    bool shown = false;
};
std::vector<ColumnChoice> column_choices(const Settings& settings, const std::vector<FieldDefinition>& known, const std::vector<ColumnRef>& usual,
                                         bool in_team = false);

}
