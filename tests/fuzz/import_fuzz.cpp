// Any bytes as tables to import: refused with words, or planned into deals that are valid, and planned again they change nothing. The
// first byte says what the person chose; a byte 0xff 0xff parts two files.

#include "core/import/plan.hpp"
#include "core/io/csv.hpp"
#include "core/io/json.hpp"
#include "core/model/validate.hpp"
#include "generated/assets.hpp"
#include "tests/fuzz/require.hpp"

#include <deque>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

const std::vector<ImportVocabulary>& vocabularies() {
    static const auto all = [] {
        std::vector<ImportVocabulary> read;
        for (const auto& asset : assets::import_tables()) {
            auto vocabulary = io::read_import_vocabulary(asset.bytes);
            require(vocabulary.has_value(), "the shipped tables are read");
            read.push_back(std::move(*vocabulary));
        }
        return read;
    }();
    return all;
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size < 2 || size > 20000) return 0;
    const auto choice = data[0];
    std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    std::deque<FileTable> files;
    std::vector<ImportTable> tables;
    while (!text.empty() && files.size() < 4) {
        const auto end = std::min(text.find("\xff\xff"), text.size());
        auto file = io::read_import_csv(std::string(text.substr(0, end)));
        text.remove_prefix(std::min(text.size(), end + 2));
        if (!file) {
            require_words(file.error());
            continue;
        }
        require(file->lines.size() == file->table.rows.size(), "every row has a line");
        for (const auto& row : file->table.rows) {
            require(row.size() == file->table.columns.size(), "every row is as long as the headings");
        }
        files.push_back(std::move(*file));
        auto mapping = recognise(files.back().table, vocabularies());
        if (choice & 1) mapping.dates = choice & 2 ? DateOrder::dmy : DateOrder::mdy;
        if (choice & 32) {
            mapping.kind = static_cast<ImportKind>(choice >> 6);
            mapping.fields = fields_of(files.back().table, vocabularies(), mapping.system, mapping.kind);
        }
        tables.push_back({"file " + std::to_string(files.size()), &files.back(), mapping});
    }
    const ImportOptions options{(choice & 4) != 0, (choice & 8) == 0, (choice & 16) != 0, "EUR", {}};
    const auto today = Date::from_days(20634);
    const auto plan = plan_import(tables, {}, vocabularies(), options, today, 1);
    require(plan.updated.empty(), "nothing is there to change");
    std::vector<const Deal*> there;
    for (const auto& deal : plan.added) {
        require(validate(deal, today).empty(), "an imported deal is valid");
        const auto read = io::read_deal(io::write_deal(deal), today);
        require(read.has_value() && *read == deal, "an imported deal survives its file");
        there.push_back(&deal);
    }
    for (const auto& problem : plan.problems) {
        require_words(problem.error);
    }
    const auto again = plan_import(tables, there, vocabularies(), options, today, 2);
    require(again.added.empty(), "nothing is imported twice");
    require((choice & 4) != 0 || again.updated.empty(), "the same again changes nothing");
    return 0;
}
