#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

#include <algorithm>

namespace middleground {

// Only read.
using rows::row;
using rows::table_for;

template <>
const MemberTable& members_of<ImportColumnNames>() {
    static constexpr Member members[]{
        row<&ImportColumnNames::field>("field"),
        row<&ImportColumnNames::headings>("headings"),
    };
    static constexpr auto table = table_for<ImportColumnNames>(members);
    return table;
}

template <>
const MemberTable& members_of<ImportLayout>() {
    static constexpr Member members[]{
        row<&ImportLayout::system>("system"),
        row<&ImportLayout::kind>("kind"),
        row<&ImportLayout::columns>("columns"),
    };
    static constexpr auto table = table_for<ImportLayout>(members);
    return table;
}

template <>
const MemberTable& members_of<OutcomeWords>() {
    static constexpr Member members[]{
        row<&OutcomeWords::outcome>("outcome"),
        row<&OutcomeWords::words>("words"),
    };
    static constexpr auto table = table_for<OutcomeWords>(members);
    return table;
}

template <>
const MemberTable& members_of<RoleWords>() {
    static constexpr Member members[]{
        row<&RoleWords::role>("role"),
        row<&RoleWords::words>("words"),
    };
    static constexpr auto table = table_for<RoleWords>(members);
    return table;
}

template <>
const MemberTable& members_of<FunctionWords>() {
    static constexpr Member members[]{
        row<&FunctionWords::function>("function"),
        row<&FunctionWords::words>("words"),
    };
    static constexpr auto table = table_for<FunctionWords>(members);
    return table;
}

template <>
const MemberTable& members_of<ImportVocabulary>() {
    static constexpr Member members[]{
        row<&ImportVocabulary::language>("language"),
        row<&ImportVocabulary::layouts>("layouts"),
        row<&ImportVocabulary::outcomes>("outcomes"),
        row<&ImportVocabulary::roles>("roles"),
        row<&ImportVocabulary::functions>("functions"),
        row<&ImportVocabulary::yes>("yes"),
        row<&ImportVocabulary::totals>("totals"),
        row<&ImportVocabulary::footers>("footers"),
        row<&ImportVocabulary::nouns>("nouns"),
    };
    static constexpr auto table = table_for<ImportVocabulary>(members);
    return table;
}

template <>
const MemberTable& members_of<io::MappedColumn>() {
    static constexpr Member members[]{
        row<&io::MappedColumn::heading>("heading"),
        row<&io::MappedColumn::field>("field"),
    };
    static constexpr auto table = table_for<io::MappedColumn>(members);
    return table;
}

template <>
const MemberTable& members_of<io::MappedTable>() {
    static constexpr Member members[]{
        row<&io::MappedTable::system>("system"),
        row<&io::MappedTable::kind>("kind"),
        row<&io::MappedTable::dates>("dates"),
        row<&io::MappedTable::columns>("columns"),
    };
    static constexpr auto table = table_for<io::MappedTable>(members);
    return table;
}

namespace io {

namespace {

struct Mapping {
    std::vector<MappedTable> tables;
};

}

}

template <>
const MemberTable& members_of<io::Mapping>() {
    static constexpr Member members[]{row<&io::Mapping::tables>("tables")};
    static constexpr auto table = table_for<io::Mapping>(members);
    return table;
}

namespace io {

Result<ImportVocabulary> read_import_vocabulary(std::string_view text) {
    const auto file = open_file(text, FileKind::import_table);
    if (!file) return std::unexpected(file.error());
    ImportVocabulary vocabulary;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::import_table), version);
    reader.members(vocabulary);
    if (reading.error) return std::unexpected(*reading.error);
    for (std::size_t i = 0; i < vocabulary.layouts.size(); ++i) {
        for (const auto& column : vocabulary.layouts[i].columns) {
            if (column.headings.empty() || std::ranges::find(column.headings, "") != column.headings.end()) {
                return fail("A field has no heading", "layouts[" + std::to_string(i) + "], " + std::string(key_of(column.field)), "Fill it in.");
            }
        }
    }
    return vocabulary;
}

Result<std::vector<MappedTable>> read_mapping(std::string_view text) {
    const auto file = open_file(text, FileKind::mapping);
    if (!file) return std::unexpected(file.error());
    Mapping mapping;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::mapping), version);
    reader.members(mapping);
    if (reading.error) return std::unexpected(*reading.error);
    auto& tables = mapping.tables;
    const auto check = [](std::string_view word, bool known, std::size_t table, std::string_view member) -> Result<void> {
        if (word.empty() || known) return {};
        return fail("There is no " + std::string(member) + " \"" + std::string(word) + '"', "tables[" + std::to_string(table) + "]." + std::string(member));
    };
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& table = tables[i];
        for (const auto& known : {check(table.system, from_key<OriginSystem>(table.system).has_value(), i, "system"),
                                  check(table.kind, from_key<ImportKind>(table.kind).has_value(), i, "kind"),
                                  check(table.dates, from_key<DateOrder>(table.dates).has_value(), i, "dates")}) {
            if (!known) return std::unexpected(known.error());
        }
        if (table.columns.empty()) return fail("A table has no columns", "tables[" + std::to_string(i) + ']', "List its columns.");
    }
    return std::move(tables);
}

}

}
