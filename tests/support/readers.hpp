#pragma once

#include "core/readers/read_file.hpp"
#include "core/records/records.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reading files of other programs in tests.
namespace middleground::test {

// The character sets that are built in; 10 June 2026, two hours ahead of UTC.
readers::ReadOptions read_options();
// Of that name; the test fails where it cannot be read.
records::FileRecords read_records(std::string_view bytes, std::string_view name);
// What is said instead; the test fails where it can be read.
Error read_refusal(std::string_view bytes, std::string_view name);
// The one message, meeting ... of it; the test fails where it has another number of them.
records::Mail one_mail(std::string_view bytes);

// With CR LF at the ends of its lines, as mail has.
std::string with_crlf(std::string_view text);
// The beginnings of a text, at most about 200 of them, each ending elsewhere.
void for_each_cut(std::string_view bytes, const std::function<void(std::string_view)>& look);
// A text of records is UTF-8 without control characters, and what is handed over as text comes back the same: what records.hpp promises. Empty: it
// holds; else what does not.
std::string broken_promise(const records::FileRecords& records);

struct ZipPart {
    std::string name;
    std::string content;
};
// A zip of them, deflated; `said_size` in place of the true size of each where it is not 0.
std::string zip_of(const std::vector<ZipPart>& parts, std::uint32_t said_size = 0);
// A workbook with these sheets, each the XML of its <sheetData>; with the shared texts and a second style for days.
std::string workbook_of(const std::vector<std::pair<std::string, std::string>>& sheets, const std::vector<std::string>& shared = {});

}
