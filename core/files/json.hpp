#pragma once

#include "core/base/error.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/model/words/log_words.hpp"
#include "core/model/playbook.hpp"
#include "core/model/words/wording_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground::io {

// The version of the deal file that this program writes. FORMATS.md beside this file specifies it.
inline constexpr int schema_version = 2;
// Files above this size are refused before they are parsed. A backup of a full local storage (5 Mi UTF-16 units) stays below it.
inline constexpr std::uint32_t max_file_bytes = 32u << 20;

// The deal as a JSON text, two spaces of indentation and a final newline; the same deal gives the same bytes everywhere.
// Members at their default are left out. Unknown members that came with a file are written back.
std::string write_deal(const Deal& deal);
// The same without any white space, for the link.
std::string write_deal_compact(const Deal& deal);

// parse -> version -> migrate -> read -> validate. Errors say the line and column, or the path in the file ("commitments[2].events[0].on").
// A newer version is refused with "made by a newer version". Never throws. Days are checked
// against tomorrow, see check.hpp.
Result<Deal> read_deal(std::string_view text, Date today);

// Everything that validate() asks holds of what is read. Members that nobody knows are refused: a misspelt one would be lost without a word.
Result<Playbook> read_playbook(std::string_view text);
inline constexpr int playbook_version = 1;
std::string write_playbook(const Playbook& playbook);
// The same without any white space, for the link.
std::string write_playbook_compact(const Playbook& playbook);
Result<WordingTable> read_wording(std::string_view text);
Result<ImportVocabulary> read_import_vocabulary(std::string_view text);
// Also fails on words that stand twice in a list, and on words of two lists that say opposite things.
Result<LogWords> read_log_words(std::string_view text);

// What columns of a table mean, said by hand: {"middleground_mapping": 1, "tables": [...]}. Fails on unknown words and empty headings.
struct MappedColumn {
    std::string heading;
    ImportField field = ImportField::nothing;
};
struct MappedTable {
    std::string system; // key of an OriginSystem; empty: as recognised
    std::string kind;   // key of an ImportKind; empty: as recognised
    std::string dates;  // key of a DateOrder; empty: as its dates show
    std::vector<MappedColumn> columns;
};
Result<std::vector<MappedTable>> read_mapping(std::string_view text);

// A sample holds day offsets where a deal holds dates ("on": -12); they become days relative to today.
Result<Deal> read_sample(std::string_view text, Date today);

// What the buyer sees: {"middleground_plan": 1, "plan": {...}}. Members that are not known are left out.
inline constexpr int plan_version = 1;
std::string write_plan(const BuyerPlan& plan);
Result<BuyerPlan> read_plan(std::string_view text);

// A deal that is put away, in about a fifth of the room: {"middleground_archive": 1, "deal": "#d2..."}, the text of encode_archive
// (snapshot_link.hpp). Fails when the deal is too large for it.
inline constexpr int archive_version = 1;
Result<std::string> write_archived(const Deal& deal);
Result<Deal> read_archived(std::string_view text, Date today);

// Everything that is wrong with a deal, a backup, a sample or a playbook, in the order of the file, at most some thousand; empty: it will
// be read. Faults of the form come alone, as what they hide cannot be judged.
std::vector<Error> faults_of(std::string_view text, Date today);

}
