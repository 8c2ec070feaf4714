#pragma once

#include "core/codec/charset.hpp"
#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "core/model/deal.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace middleground::test {

// The shipped headings of all languages.
const std::vector<ImportVocabulary>& import_vocabularies();

// Some of the character sets that systems know, a few letters of each: enough for tests without a system.
const io::Charsets& test_charsets();
TableKnowledge table_knowledge();

// Tables to import, as the program takes them: recognised by their headings.
struct ImportFiles {
    std::deque<FileTable> tables;
    std::vector<ImportTable> list; // points into `tables`

    // A table that cannot be read fails the test.
    void add(const std::string& name, std::string bytes, const TableChoices& choices = {});
};

// What an import of them would do, on the day of the example deal when none is given; every deal in it is valid.
ImportChanges planned(const ImportFiles& files, const std::vector<Deal>& existing = {}, const ImportOptions& options = {});
ImportChanges planned(const ImportFiles& files, const std::vector<Deal>& existing, const ImportOptions& options, Date day);

// The one of that title, of that name. There has to be one.
const Deal& titled(const std::vector<Deal>& deals, std::string_view title);
const Stakeholder& named(const Deal& deal, std::string_view name);

}
