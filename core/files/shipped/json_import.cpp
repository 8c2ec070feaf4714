#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

#include <algorithm>

namespace middleground::io {

// Only read. Found by name lookup from JsonReader::list.
static void describe(JsonReader& form, ImportColumnNames& column) {
    form.choice("field", column.field);
    form.texts("headings", column.headings);
}

static void describe(JsonReader& form, ImportLayout& layout) {
    form.choice("system", layout.system);
    form.choice("kind", layout.kind);
    form.list("columns", layout.columns);
}

static void describe(JsonReader& form, OutcomeWords& words) {
    form.choice("outcome", words.outcome);
    form.texts("words", words.words);
}

static void describe(JsonReader& form, RoleWords& words) {
    form.choice("role", words.role);
    form.texts("words", words.words);
}

static void describe(JsonReader& form, FunctionWords& words) {
    form.choice("function", words.function);
    form.texts("words", words.words);
}

static void describe(JsonReader& form, MappedColumn& column) {
    form.text("heading", column.heading);
    form.choice("field", column.field);
}

static void describe(JsonReader& form, MappedTable& table) {
    form.text("system", table.system);
    form.text("kind", table.kind);
    form.text("dates", table.dates);
    form.list("columns", table.columns);
}

Result<ImportVocabulary> read_import_vocabulary(std::string_view text) {
    const auto file = open_file(text, FileKind::import_table);
    if (!file) return std::unexpected(file.error());
    ImportVocabulary vocabulary;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::import_table), version, 0);
    reader.text("language", vocabulary.language);
    reader.list("layouts", vocabulary.layouts);
    reader.list("outcomes", vocabulary.outcomes);
    reader.list("roles", vocabulary.roles);
    reader.list("functions", vocabulary.functions);
    reader.texts("yes", vocabulary.yes);
    reader.texts("totals", vocabulary.totals);
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
    std::vector<MappedTable> tables;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::mapping), version, 0);
    reader.list("tables", tables);
    if (reading.error) return std::unexpected(*reading.error);
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
    return tables;
}

}
