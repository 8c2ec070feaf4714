#pragma once

#include "core/base/text_table.hpp"
#include "core/model/words/import_vocabulary.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// What a table is and what its columns mean: found out by its headings, changed by the person who imports it.
struct TableMapping {
    OriginSystem system = OriginSystem::other;
    ImportKind kind = ImportKind::deals;
    std::vector<ImportField> fields; // one for each column
    std::optional<DateOrder> dates;  // chosen; nothing: as its dates show
    bool recognised = false;         // enough headings were known to say what it is

    bool operator==(const TableMapping&) const = default;
};

// `wanted`: only tables of that program are considered.
TableMapping recognise(const TextTable& table, std::span<const ImportVocabulary> vocabularies, std::optional<OriginSystem> wanted = {});
// The meanings that columns have in a table of that program and kind.
std::vector<ImportField> fields_of(const TextTable& table, std::span<const ImportVocabulary> vocabularies, OriginSystem system, ImportKind kind);

// The fields that a column of such a table can have, in the order in which they are offered.
std::vector<ImportField> fields_for(ImportKind kind);
// What is missing before anything can be taken: "Say which column has the title or the account". Nothing: complete.
std::optional<std::string> missing_in(const TableMapping& mapping);

// The order of day and month in a table's dates. All of its dates have the same.
struct DateFinding {
    std::optional<DateOrder> order; // nothing: nothing shows it, and it has to be asked for
    std::string example;            // "03/04/2026", then
    std::string column;
};
DateFinding date_order_of(const TextTable& table, const TableMapping& mapping);

}
