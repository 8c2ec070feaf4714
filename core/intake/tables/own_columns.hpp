#pragma once

#include "core/intake/tables/recognise.hpp"
#include "core/model/own_fields/own_fields.hpp"

#include <span>
#include <string>

// Columns that become fields of one's own.
namespace middleground {

// Whose field a column of such a table is.
FieldOwner field_owner_of(ImportKind kind);

// What stands in a column: numbers, days, some words again and again, or any text. Numbers that begin with a zero or a plus sign are texts.
FieldKind kind_by_content(const TextTable& table, std::size_t column);

// With each column of a field of one's own saying which: by its heading, and as the definition has it, where there is one. A column with the
// heading of a definition becomes one, unless `only_said`, or it is what rows are known by.
TableMapping with_own_columns(TableMapping mapping, const TextTable& table, std::span<const FieldDefinition> definitions, bool only_said = false);

// The column as that field.
TableMapping with_own_column(TableMapping mapping, const TextTable& table, int column, OwnColumn own);

// What the cell says, in the form of the field: dates as their column writes them. Nothing where it says nothing.
Result<std::string> own_cell(std::string_view cell, FieldKind kind, DateOrder order, std::optional<DecimalSign> decimals);

}
