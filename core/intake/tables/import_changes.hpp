#pragma once

#include "core/base/error.hpp"
#include "core/base/random.hpp"
#include "core/base/text_table.hpp"
#include "core/intake/tables/recognise.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

struct ImportOptions {
    bool overwrite = false;         // what was edited by hand is replaced too
    bool open_only = true;          // deals that are closed and not here yet are left out
    bool people_by_account = false; // people whom no table puts into a deal join the open deals of their account
    std::string currency = "EUR";   // of amounts that do not say
    std::string seller;             // of new deals that do not say
    std::vector<WordMeaning> words; // what stages and statuses mean that no vocabulary knows
    std::optional<SameNames> same_names;   // what rows of one title and account without an id are; nothing: it is asked
    std::optional<RepeatedId> repeated_ids; // which of several rows of one id counts; nothing: it is asked

    bool operator==(const ImportOptions&) const = default;
};

// A table to import. The texts are only looked at.
struct ImportTable {
    std::string name; // of its file
    const FileTable* file = nullptr;
    TableMapping mapping;
};

enum class ProblemKind : std::uint8_t {
    skipped,     // the row was not taken
    left_out,    // the row was taken without this value
    yours_stays, // edited by hand here, and changed there: yours stays
    note
};
struct ImportProblem {
    ProblemKind kind = ProblemKind::note;
    std::string file;
    int line = 0;       // of the file; 0: the table as a whole
    std::string column; // may be empty
    Error error;        // `where` is empty

    // "opportunities.csv, line 3, Amount"
    std::string where() const;
};

// A word for a stage or status that no vocabulary knows.
struct UnknownWord {
    std::string word; // as it stands in the table
    int rows = 0;
    bool waits = false; // rows with it are not taken before somebody says what it means; else it is taken for "still open"
    std::optional<ImportedOutcome> answer; // what ImportOptions::words say that it means
};

struct ImportChanges {
    std::vector<Deal> added;   // in the order of the tables
    std::vector<Deal> updated; // of those that are there, with their changes
    int unchanged = 0;
    int closed_left_out = 0; // deals, see open_only
    int rows = 0;
    int rows_skipped = 0;
    int rows_of_totals = 0; // sums and the small print below a report
    int people_added = 0;
    int people_without_deal = 0;
    bool has_closed = false;             // some deals are closed, taken or not
    std::vector<UnknownWord> words;      // those that wait first, then by how many rows have them; at most most_words
    int rows_waiting = 0;                // for what their word means
    int same_names = 0;                  // rows of one title and account without an id, of which nothing tells whether they are one deal
    std::string same_names_example;      // "Pilot, Acme"
    int repeated_ids = 0;                // rows with an id that an earlier row has, and something else in them
    int repeating_deals = 0;             // so many deals have several
    int values_kept = 0;                 // the file has nothing any more where there is something here: it stays
    std::vector<ImportProblem> problems; // the first thousand, in the order of the tables
    int problem_count = 0;               // all of them

    static constexpr int most_problems = 1000;
    static constexpr std::size_t most_words = 100;
};

// What has to be said before all can be taken, in the order in which it is asked.
struct ImportQuestion {
    enum class About : std::uint8_t {
        words,       // see ImportChanges::words: those that wait
        same_names,  // see ImportOptions::same_names
        repeated_ids // see ImportOptions::repeated_ids
    } about = About::words;
    std::string text; // "Rows repeat the ID of a deal: 12 deals have 60 rows. ..."
};
std::vector<ImportQuestion> questions_of(const ImportChanges& changes, const ImportOptions& options);

// Works out what an import would do; nothing is changed. The same tables in any order, the same deals, day and seed give the same changes.
// Deals are known again by the id that they have where they come from; by account and title where they have none here. People likewise, then
// by address and name.
class ImportReader {
public:
    // What `tables` and `existing` point to must stay as it is until the changes are taken. Dates that can be read in two ways are read in the
    // order that was chosen: see date_order_of.
    ImportReader(std::vector<ImportTable> tables, std::span<const Deal* const> existing, std::span<const ImportVocabulary> vocabularies,
                  ImportOptions options, Date today, std::uint64_t seed);
    ~ImportReader();
    ImportReader(ImportReader&&) noexcept;
    ImportReader& operator=(ImportReader&&) noexcept;

    // So many rows or deals more; true when all is done.
    bool step(int count);
    double share_done() const; // 0..1
    ImportChanges take();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

ImportChanges import_changes(std::vector<ImportTable> tables, std::span<const Deal* const> existing,
                       std::span<const ImportVocabulary> vocabularies, const ImportOptions& options, Date today, std::uint64_t seed);

}
