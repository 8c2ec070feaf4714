// Any bytes as tables to import: refused with words, or planned into deals that are valid, and planned again they change nothing. The
// first byte says what the person chose; a byte 0xff 0xff parts two files. The first two lines are also the addresses of two people, who
// stay two whatever they are.

#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "core/files/json.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/vocabularies.hpp"

#include <algorithm>
#include <deque>

using namespace middleground;
using namespace middleground::fuzz;

namespace {

TableKnowledge knowledge() {
    static const io::Charsets charsets;
    return {charsets, vocabularies()};
}

}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char one : text) {
        if (one != '\0') out += one;
        if (one == '"') out += one;
    }
    return out + '"';
}

// Two people with an id each and any addresses are two.
void check_two_people(std::string_view text, Date today) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto second = text.substr(0, text.find('\n'));
    auto file = read_table("Opportunity ID,Opportunity Name,Account Name,Stage,Contact ID,Contact Name,Email\n7,A,K,Open,c1,Ada," +
                                    quoted(line) + "\n7,A,K,Open,c2,Bo," + quoted(second) + '\n', knowledge());
    // Read in another way: not UTF-8 in whole and taken for another encoding, or with a whole row of known headings in an address, which look more
    // like a table than what is around them.
    if (!file || file->separator != ',' || file->table.columns.size() != 7 || file->table.rows.size() != 2) return;
    const std::vector<ImportTable> tables{{"two", &*file, recognise(*file, vocabularies())}};
    const auto changes = import_changes(tables, {}, vocabularies(), {}, today, 1);
    require(changes.added.size() == 1, "two rows of one deal are one deal");
    const auto& people = changes.added.front().stakeholders;
    require(people.size() == 2, "nobody is taken for somebody else");
    require(people[0].name == "Ada" && people[1].name == "Bo", "everybody keeps their name");
    require(people[0].origin->id == "c1" && people[1].origin->id == "c2", "everybody keeps their id");
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size < 2 || size > 20000) return 0;
    const auto choice = data[0];
    const auto today = Date::from_days(20634);
    std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check_two_people(text, today);
    std::deque<FileTable> files;
    std::vector<ImportTable> tables;
    while (!text.empty() && files.size() < 4) {
        const auto end = std::min(text.find("\xff\xff"), text.size());
        auto file = read_table(std::string(text.substr(0, end)), knowledge());
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
        auto mapping = recognise(files.back(), vocabularies());
        if (choice & 1) mapping.dates = choice & 2 ? DateOrder::dmy : DateOrder::mdy;
        if (choice & 32) {
            mapping.kind = static_cast<ImportKind>(choice >> 6);
            mapping.fields = fields_of(files.back().table, vocabularies(), mapping.system, mapping.kind);
        }
        tables.push_back({"file " + std::to_string(files.size()), &files.back(), mapping});
    }
    const ImportOptions options{(choice & 4) != 0, (choice & 8) == 0, (choice & 16) != 0, "EUR", {}, {}, {}, {}};
    const auto changes = import_changes(tables, {}, vocabularies(), options, today, 1);
    require(changes.updated.empty(), "nothing is there to change");
    std::vector<const Deal*> there;
    for (const auto& deal : changes.added) {
        require(validate(deal, today).empty(), "an imported deal is valid");
        const auto read = io::read_deal(io::write_deal(deal), today);
        require(read.has_value() && *read == deal, "an imported deal survives its file");
        there.push_back(&deal);
        for (const auto& person : deal.stakeholders) {
            const auto is_same = [&](const Stakeholder& other) {
                return other.origin && person.origin && other.origin->system == person.origin->system && other.origin->id == person.origin->id;
            };
            require(std::ranges::count_if(deal.stakeholders, is_same) <= 1, "no two people of a deal are known by the same id");
        }
    }
    for (const auto& problem : changes.problems) {
        require_words(problem.error);
    }
    const auto again = import_changes(tables, there, vocabularies(), options, today, 2);
    require(again.added.empty(), "nothing is imported twice");
    require((choice & 4) != 0 || again.updated.empty(), "the same again changes nothing");
    return 0;
}
