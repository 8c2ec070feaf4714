#pragma once

#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// Whether the headings of a table, perhaps with a note above them, are those of a list of contacts: Google (old and new), Outlook (also in German,
// French, Spanish), LinkedIn's Connections.csv. A table of a program for deals has other headings and belongs to core/intake/tables.
bool looks_like_contacts(std::string_view text);

// Its people. What has neither name nor address is left out.
void read_contacts_table(std::string_view text, records::FileRecords& records);

}
