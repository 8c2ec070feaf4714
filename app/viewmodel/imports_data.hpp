#pragma once

#include "app/session/imports.hpp"
#include "app/platform/platform.hpp"

#include <string>
#include <vector>

namespace middleground {

// "12 deals to import, 3 to update", "Reading opportunities.csv".
std::string import_title(const ImportSession& session);
// "Import 12 deals", "Update 3 deals", "Import 12 deals, update 3".
std::string import_button(const ImportChanges& changes);
// What is counted, in lines: "41 people come with them".
std::vector<std::string> import_facts(const ImportChanges& changes);
// Why the deals do not fit into what is left of the storage; empty: they do.
std::string import_too_large(std::int64_t units, const StorageUsage& usage);
// "Deals of Salesforce, 12 rows".
std::string table_words(const ImportSession::Table& table);
// The first value of a column that is not empty.
std::string sample_of(const FileTable& file, int column);

}
