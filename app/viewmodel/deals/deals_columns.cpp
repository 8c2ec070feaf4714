#include "app/viewmodel/deals/deals_columns.hpp"

#include "core/model/own_fields/own_fields.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::string_view of_a_field = "field ";
// In the order of the enum.
constexpr std::array<std::string_view, deal_column_count> keys{"deal",   "ask",    "by",    "kept",   "last_kept", "balance",
                                                               "people", "chance", "close", "target", "tags",      "owner",   "amount"};
constexpr std::array<std::string_view, deal_column_count> labels{"Deal",        "Ask next", "Due",   "Kept",   "Last kept", "Balance",
                                                                 "Would agree", "Chance",   "Close", "Target", "Tags",      "Owner",   "Amount"};
static_assert(!keys.back().empty() && !labels.back().empty());

bool same(const ColumnRef& one, const ColumnRef& other) {
    if (one.field.empty() != other.field.empty()) return false;
    return one.field.empty() ? one.column == other.column : same_field(one.field, other.field);
}

bool is_of_team(const ColumnRef& ref) {
    return ref.field.empty() && ref.column == DealColumn::owner;
}

bool holds(const std::vector<ColumnRef>& list, const ColumnRef& ref) {
    return std::ranges::any_of(list, [&](const ColumnRef& one) { return same(one, ref); });
}

}

std::string key_of(const ColumnRef& ref) {
    return ref.field.empty() ? std::string(keys[static_cast<std::size_t>(ref.column)]) : std::string(of_a_field) + ref.field;
}

std::optional<ColumnRef> column_of_key(std::string_view key) {
    if (key.starts_with(of_a_field) && key.size() > of_a_field.size()) return ColumnRef{DealColumn::deal, std::string(key.substr(of_a_field.size()))};
    const auto found = std::ranges::find(keys, key);
    if (found == keys.end()) return {};
    return ColumnRef{static_cast<DealColumn>(found - keys.begin()), {}};
}

std::string_view label_of(DealColumn column) {
    return labels[static_cast<std::size_t>(column)];
}

std::string label_of(const ColumnRef& ref) {
    return ref.field.empty() ? std::string(label_of(ref.column)) : ref.field;
}

std::vector<ColumnRef> chosen_columns(const Settings& settings, bool in_team) {
    std::vector<ColumnRef> columns;
    for (const auto& key : settings.deal_columns) {
        const auto ref = column_of_key(key);
        if (columns.empty()) columns.push_back({DealColumn::deal, {}});
        if (ref && !in_team && is_of_team(*ref)) continue;
        if (ref && !holds(columns, *ref)) columns.push_back(*ref);
    }
    return columns;
}

std::vector<ColumnChoice> column_choices(const Settings& settings, const std::vector<FieldDefinition>& known, const std::vector<ColumnRef>& usual, bool in_team) {
    auto shown = chosen_columns(settings, in_team);
    if (shown.empty()) shown = usual;
    std::erase_if(shown, [](const ColumnRef& ref) { return ref.field.empty() && ref.column == DealColumn::deal; });
    std::vector<ColumnChoice> choices;
    for (const auto& ref : shown) {
        choices.push_back({ref, true});
    }
    const auto add = [&](ColumnRef ref) {
        if (!holds(shown, ref)) choices.push_back({std::move(ref), false});
    };
    for (std::size_t i = 1; i < deal_column_count; ++i) {
        const ColumnRef ref{static_cast<DealColumn>(i), {}};
        if (in_team || !is_of_team(ref)) add(ref);
    }
    for (const auto& field : known) {
        if (field.owner == FieldOwner::deal) add({DealColumn::deal, field.name});
    }
    return choices;
}

}
