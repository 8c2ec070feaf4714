#include "app/viewmodel/deals/saved_filters.hpp"

#include "app/viewmodel/deals/deals_columns.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

SavedFilter filter_of(const DealsDraft& draft, std::string name) {
    SavedFilter filter{std::move(name), draft.filter == "all" ? std::string() : draft.filter, std::string(trimmed(draft.query)), draft.marks, {}, draft.sort.descending};
    const bool by_column = draft.sort.column >= 0 && draft.sort.column < static_cast<int>(deal_column_count);
    if (!draft.sort_field.empty()) {
        filter.sort = key_of(ColumnRef{DealColumn::deal, draft.sort_field});
    } else if (by_column) {
        filter.sort = key_of(ColumnRef{static_cast<DealColumn>(draft.sort.column), {}});
    }
    return filter;
}

void show_filter(DealsDraft& draft, const SavedFilter& filter) {
    draft.filter = filter.show.empty() ? "all" : filter.show;
    draft.query = filter.query;
    draft.marks = filter.marks;
    const auto ref = column_of_key(filter.sort);
    if (!ref) return;
    draft.sort_field = ref->field;
    draft.sort = {static_cast<int>(ref->column), filter.descending};
}

void show_all(DealsDraft& draft) {
    draft.filter = "all";
    draft.query.clear();
    draft.marks.clear();
    draft.owner.clear();
}

bool is_filtered(const DealsDraft& draft) {
    return draft.filter != "all" || !trimmed(draft.query).empty() || !draft.marks.empty() || !draft.owner.empty();
}

const SavedFilter* shown_filter(const DealsDraft& draft, const Settings& settings) {
    const auto shown = filter_of(draft, {});
    const auto found = std::ranges::find_if(settings.filters, [&](const SavedFilter& one) {
        return one.show == shown.show && one.query == shown.query && one.marks == shown.marks;
    });
    return found == settings.filters.end() ? nullptr : &*found;
}

Result<Settings> with_filter(Settings settings, SavedFilter filter) {
    filter.name = std::string(trimmed(filter.name));
    if (filter.name.empty()) return fail("The filter has no name", {}, "Type one.");
    const auto same = std::ranges::find_if(settings.filters, [&](const SavedFilter& one) { return folded(one.name) == folded(filter.name); });
    if (same != settings.filters.end()) {
        *same = std::move(filter);
    } else if (settings.filters.size() == Settings::most_filters) {
        return fail("There are " + std::to_string(Settings::most_filters) + " saved filters already", {}, "Delete one first.");
    } else {
        settings.filters.push_back(std::move(filter));
    }
    return settings;
}

Settings without_filter(Settings settings, std::string_view name) {
    std::erase_if(settings.filters, [&](const SavedFilter& one) { return one.name == name; });
    return settings;
}

}
