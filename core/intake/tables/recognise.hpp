#pragma once

#include "core/base/text_table.hpp"
#include "core/model/own_fields/own_field.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// The field of one's own that a column becomes.
struct OwnColumn {
    std::string name; // empty: not said yet
    FieldKind kind = FieldKind::text;
    bool shared = false;

    bool operator==(const OwnColumn&) const = default;
};

// What a table is and what its columns mean: found out by its headings, changed by the person who imports it.
struct TableMapping {
    OriginSystem system = OriginSystem::other;
    ImportKind kind = ImportKind::deals;
    std::vector<ImportField> fields; // one for each column
    std::vector<OwnColumn> own;      // of columns that are fields of one's own (own_columns.hpp); may be shorter
    std::optional<DateOrder> dates;  // chosen; nothing: as its dates show
    std::optional<DecimalSign> decimals; // likewise
    bool recognised = false;         // its headings say what it is, or a person did
    bool by_content = false;         // it has no headings: what the columns mean was judged by what stands in them, and nobody has agreed yet

    bool operator==(const TableMapping&) const = default;
};

// `wanted`: only tables of that program are considered.
TableMapping recognise(const FileTable& file, std::span<const ImportVocabulary> vocabularies, std::optional<OriginSystem> wanted = {});
// The meanings that columns have in a table of that program and kind.
std::vector<ImportField> fields_of(const TextTable& table, std::span<const ImportVocabulary> vocabularies, OriginSystem system, ImportKind kind);

// The fields that a column of such a table can have, in the order in which they are offered.
std::vector<ImportField> fields_for(ImportKind kind);
// With a column that means something else. A field means one column, unless it may repeat: the one that had it before gives it up.
TableMapping with_field(TableMapping mapping, int column, ImportField field);

// What is missing before anything can be taken: "Say which column has the title or the account". Nothing: complete.
std::optional<std::string> missing_in(const TableMapping& mapping);
// The same, of columns only: whoever recognised it.
std::optional<std::string> missing_fields_in(const TableMapping& mapping);

// The order of day and month in a table's dates, column by column. One that does not show it has the order of those that do.
struct DateFinding {
    std::vector<DateOrder> columns; // for each column of the table
    std::optional<DateOrder> order; // of what is in doubt; nothing: nothing shows it, and it has to be asked for
    std::string example;            // "03/04/2026", then
    std::string column;
};
DateFinding date_order_of(const TextTable& table, const TableMapping& mapping);

// How a table's amounts write decimals. `example`: one that can be read both ways, and is read as the others are.
struct DecimalFinding {
    std::optional<DecimalSign> sign; // nothing: nothing shows it, and a single sign with three digits behind it groups
    std::string example;
    std::string column;   // of the example
    bool mixed = false;   // some say the one, some the other
    bool chosen = false;  // a person said the sign
    bool in_doubt = false; // too little shows it, and it has to be asked for: a thousand times the amount, or not
};
DecimalFinding decimal_sign_of(const TextTable& table, const TableMapping& mapping);

}
