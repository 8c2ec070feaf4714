#include "app/viewmodel/imports_data.hpp"

#include "core/base/text.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

int count(const std::vector<Deal>& deals) {
    return static_cast<int>(deals.size());
}

}

std::string import_title(const ImportSession& session) {
    if (session.is_reading()) return "Reading the files";
    if (session.question()) return "One question first";
    const auto* changes = session.changes();
    if (!changes) return "Working out what changes";
    const int added = count(changes->added);
    const int updated = count(changes->updated);
    if (added == 0 && updated == 0) return changes->unchanged > 0 ? "Nothing has changed since the last import" : "There is nothing to import";
    std::string words;
    if (added > 0) words = counted(added, "deal", "deals") + " to import";
    if (updated > 0) words += (words.empty() ? counted(updated, "deal", "deals") : ", " + std::to_string(updated)) + " to update";
    return words;
}

std::string import_button(const ImportChanges& changes) {
    const int added = count(changes.added);
    const int updated = count(changes.updated);
    if (added == 0) return "Update " + counted(updated, "deal", "deals");
    return "Import " + counted(added, "deal", "deals") + (updated == 0 ? "" : ", update " + std::to_string(updated));
}

std::vector<std::string> import_facts(const ImportChanges& changes) {
    std::vector<std::string> facts;
    const auto add = [&](int number, std::string words) {
        if (number > 0) facts.push_back(std::move(words));
    };
    add(count(changes.added), counted(count(changes.added), "new deal", "new deals"));
    add(count(changes.updated), counted(count(changes.updated), "deal changes", "deals change"));
    add(changes.unchanged, counted(changes.unchanged, "deal stays as it is", "deals stay as they are"));
    add(changes.people_added, counted(changes.people_added, "person comes", "people come") + " with them");
    add(changes.closed_left_out, counted(changes.closed_left_out, "closed deal is", "closed deals are") + " left out");
    add(changes.people_without_deal, counted(changes.people_without_deal, "person without a deal is", "people without a deal are") + " left out");
    add(changes.rows_skipped, std::to_string(changes.rows_skipped) + " of " + counted(changes.rows, "row", "rows") + " cannot be used");
    add(changes.rows_of_totals, counted(changes.rows_of_totals, "line", "lines") + " of totals and small print skipped");
    return facts;
}

std::string import_too_large(std::int64_t units, const StorageUsage& usage) {
    if (!usage.capacity) return {};
    const auto needed = 2 * units;
    const auto left = std::max<std::int64_t>(0, *usage.capacity - usage.used);
    if (needed <= left) return {};
    const auto megabytes = [](std::int64_t bytes) { return std::to_string((bytes + 99999) / 100000 / 10) + '.' + std::to_string((bytes + 99999) / 100000 % 10); };
    return "These deals need about " + megabytes(needed) + " MB, but only " + megabytes(left) +
           " MB is left on this device. Export fewer: only the open ones, or those from this year.";
}

std::string table_words(const ImportSession::Table& table) {
    if (table.error) return table.error->message();
    if (!table.file) return "Reading";
    const auto rows = static_cast<int>(table.file->table.rows.size());
    const auto kind = std::string(label_of(table.mapping.kind));
    const auto from = table.mapping.system == OriginSystem::other ? std::string() : " from " + std::string(label_of(table.mapping.system));
    return kind + from + ", " + counted(rows, "row", "rows");
}

std::string sample_of(const FileTable& file, int column) {
    for (const auto& row : file.table.rows) {
        if (auto text = clean_line(row[static_cast<std::size_t>(column)], 120); !text.empty()) return text;
    }
    return {};
}

}
