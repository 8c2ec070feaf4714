#include "core/intake/tables/own_columns.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"
#include "core/codec/csv.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/model/limits.hpp"

#include <algorithm>
#include <set>

namespace middleground {

namespace {

constexpr std::size_t judged_rows = 300;
constexpr std::size_t most_words_of_choice = 12;
constexpr std::size_t longest_choice = 40;

// "007", "+49", and more digits than a number has: to be kept as they are.
bool is_a_code(std::string_view cell) {
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(cell, is_digit));
    const bool leading_zero = cell.size() > 1 && cell.front() == '0' && is_digit(cell[1]);
    return cell.starts_with('+') || leading_zero || digits > 15;
}

// As the field is called in tables of our own, too.
std::string_view heading_name(std::string_view heading) {
    heading = trimmed(heading);
    return heading.ends_with(own_field_suffix) ? trimmed(heading.substr(0, heading.size() - own_field_suffix.size())) : heading;
}

// In a table of our own both columns stand side by side: "Amount" and "Amount (own field)".
bool has_own_beside(const TextTable& table, std::size_t column) {
    const auto own = std::string(trimmed(table.columns[column])) + std::string(own_field_suffix);
    return std::ranges::any_of(table.columns, [&](const std::string& heading) { return same_field(heading, own); });
}

// Without these a row says nothing, whatever fields there are.
bool is_needed(ImportField field) {
    using enum ImportField;
    return field == title || field == account || field == deal_id || field == person_id || field == person_name || field == email || field == deal_ids;
}

const FieldDefinition* definition_of(std::span<const FieldDefinition> definitions, FieldOwner owner, std::string_view name) {
    const auto found = std::ranges::find_if(definitions, [&](const FieldDefinition& one) { return one.owner == owner && same_field(one.name, name); });
    return found == definitions.end() ? nullptr : &*found;
}

std::string name_of(const TextTable& table, std::size_t column) {
    auto name = clean_line(heading_name(table.columns[column]), Limits::short_text);
    return name.empty() ? "Column " + std::to_string(column + 1) : name;
}

}

FieldOwner field_owner_of(ImportKind kind) {
    return kind == ImportKind::deals ? FieldOwner::deal : FieldOwner::person;
}

FieldKind kind_by_content(const TextTable& table, std::size_t column) {
    const auto stride = std::max<std::size_t>(1, (table.rows.size() + judged_rows - 1) / judged_rows);
    int filled = 0;
    int numbers = 0;
    int days = 0;
    bool is_short = true;
    std::set<std::string> different;
    for (std::size_t i = 0; i < table.rows.size(); i += stride) {
        const auto cell = trimmed(table.rows[i][column]);
        if (says_nothing(cell) || says_no_day(cell)) continue;
        filled += 1;
        const bool number = !is_a_code(cell) && own_value(FieldKind::number, cell, {}).has_value();
        numbers += number ? 1 : 0;
        days += !number && (table_date(cell, DateOrder::dmy) || table_date(cell, DateOrder::mdy) || table_date(cell, DateOrder::ymd)) ? 1 : 0;
        is_short = is_short && cell.size() <= longest_choice;
        if (different.size() <= most_words_of_choice) different.insert(folded(cell));
    }
    if (filled == 0) return FieldKind::text;
    if (numbers == filled) return FieldKind::number;
    if (days == filled) return FieldKind::date;
    const bool again_and_again = filled >= 6 && different.size() <= most_words_of_choice && different.size() * 2 <= static_cast<std::size_t>(filled);
    return is_short && again_and_again ? FieldKind::choice : FieldKind::text;
}

TableMapping with_own_columns(TableMapping mapping, const TextTable& table, std::span<const FieldDefinition> definitions, bool only_said) {
    const auto owner = field_owner_of(mapping.kind);
    const bool can_have = mapping.kind != ImportKind::accounts && mapping.kind != ImportKind::activities;
    mapping.own.resize(mapping.fields.size());
    for (std::size_t i = 0; i < mapping.fields.size() && i < table.columns.size(); ++i) {
        auto& own = mapping.own[i];
        const auto* known = definition_of(definitions, owner, own.name.empty() ? heading_name(table.columns[i]) : std::string_view(own.name));
        // Whoever has a field of that name means it.
        const bool is_meant = known && can_have && !only_said && !is_needed(mapping.fields[i]) && !has_own_beside(table, i);
        if (is_meant) mapping.fields[i] = ImportField::own_field;
        if (mapping.fields[i] != ImportField::own_field || !can_have) {
            own = {};
            continue;
        }
        if (own.name.empty()) {
            own.name = known ? known->name : name_of(table, i);
            own.kind = known ? known->kind : kind_by_content(table, i);
        }
        own.shared = known && known->shared;
    }
    return mapping;
}

TableMapping with_own_column(TableMapping mapping, const TextTable& table, int column, OwnColumn own) {
    const auto at = static_cast<std::size_t>(column);
    mapping = with_field(std::move(mapping), column, ImportField::own_field);
    mapping.own.resize(mapping.fields.size());
    if (own.name.empty()) own = {name_of(table, at), kind_by_content(table, at)};
    mapping.own[at] = std::move(own);
    return mapping;
}

Result<std::string> own_cell(std::string_view cell, FieldKind kind, DateOrder order, std::optional<DecimalSign> decimals) {
    // As it was before a spreadsheet was kept from taking it for a formula.
    const auto text = trimmed(io::without_apostrophe(trimmed(cell)));
    if (kind == FieldKind::date) {
        if (says_no_day(text)) return std::string();
        const auto day = imported_date(text, order);
        if (!day) return std::unexpected(day.error());
        return day->iso();
    }
    if (kind == FieldKind::number) {
        if (says_nothing(text)) return std::string();
        const char point = !decimals ? '\0' : *decimals == DecimalSign::comma ? ',' : '.';
        return own_value(kind, text, {}, point);
    }
    if (kind == FieldKind::choice) return clean_line(text, Limits::short_text);
    auto value = std::string(text.substr(0, Limits::long_text));
    if (const auto cut = first_invalid_utf8(value)) value.resize(*cut); // within a character
    return value;
}

}
