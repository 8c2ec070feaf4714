#pragma once

#include "app/session/imports.hpp"
#include "app/platform/platform.hpp"

#include <string>
#include <vector>

namespace middleground {

// "12 deals to import, 3 to update", "4 deals to import, 1 word needs an answer", "Reading the files".
std::string import_title(const ImportSession& session);
// "Import 12 deals", "Update 3 deals", "Import 12 deals, update 3".
std::string import_button(const ImportChanges& changes);
// What is counted, in lines: "41 people come with them".
std::vector<std::string> import_facts(const ImportSession& session);
// Why the deals do not fit into what is left of the storage; empty: they do.
std::string import_too_large(std::int64_t units, const StorageUsage& usage);
// "Deals of Salesforce, 12 rows".
std::string table_words(const ImportSession::Table& table);
// "Rows 2 to 33, read as UTF-8": what of the file was passed over.
std::vector<std::string> reading_facts(const FileTable& file);

// How a table is read, and what else it could be. `chosen` is what it is now, whoever said so.
struct ReadingChoice {
    std::string label; // "Encoding"
    std::vector<std::string> names;
    int chosen = 0;
};
// Of a workbook, all of its sheets.
ReadingChoice sheet_choice(const ImportSession::Table& table);
ReadingChoice encoding_choice(const ImportSession::Table& table);
ReadingChoice separator_choice(const ImportSession::Table& table);
ReadingChoice heading_choice(const ImportSession::Table& table);
ReadingChoice decimal_choice(const ImportSession::Table& table);
ReadingChoice date_choice(const ImportSession::Table& table);
// The same choices, with one of those names picked.
TableChoices with_encoding(TableChoices choices, int picked);
TableChoices with_separator(TableChoices choices, int picked);
TableChoices with_headings(TableChoices choices, int picked);
TableMapping with_decimals(TableMapping mapping, int picked);
TableMapping with_dates(TableMapping mapping, int picked);

// "Pilot | Rollout | Renewal"; "empty" when there is none.
std::string values_words(const ColumnReading& column);
// "28", "21, 1 is not a date"
std::string filled_words(const ColumnReading& column);

}
