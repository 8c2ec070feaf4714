#pragma once

#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/words.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// How the planner works inside; only this folder uses it. Rows become records of people, deals and who is in which; then records become
// deals (see build.hpp).
namespace middleground::importing {

// A row, and the table it stands in, for problems.
struct Source {
    int table = 0;
    int row = 0;
};

// A value that a table has a column for; nothing: no table said anything about it.
using Said = std::optional<std::string>;

struct PersonRecord {
    OriginSystem system = OriginSystem::other;
    std::string id; // empty: none
    std::string email;
    std::string account_key; // heading_key of the account
    Said name;
    Said title;
    Said function; // key
    Said contact;
    std::string role; // key; of the person in whichever deal
    std::vector<Tag> tags;
    std::vector<OwnField> fields; // with a value each
    Source source;
    bool is_placed = false;
};

// Somebody who is in a deal.
struct Place {
    int person = -1; // index
    std::string role; // key, empty: not said
    Source source;
};

struct DealRecord {
    OriginSystem system = OriginSystem::other;
    std::string id;  // as DealOrigin::id
    bool is_row = false; // a table has a row for it; else only somebody's role in it
    Said title;
    bool title_is_id = false; // no table says what it is called
    Said account;
    std::string account_id;
    bool amount_said = false;
    std::optional<Money> amount;
    Said seller;
    bool target_said = false;
    std::optional<Date> target;
    bool outcome_said = false;
    Outcome outcome = Open{};
    std::string stage_key; // words_key of stage and status
    std::optional<Date> created;
    std::optional<Date> changed;
    std::string notes;
    std::vector<Tag> tags;
    std::vector<OwnField> fields; // with a value each
    std::vector<Place> places;
    Source source;
};

// Collects problems up to a limit, and counts them all.
class Problems {
public:
    Problems(ImportChanges& changes, const std::vector<ImportTable>& tables) : changes_(changes), tables_(tables) {}
    void add(ProblemKind kind, const Source& source, std::string_view column, Error error);

private:
    ImportChanges& changes_;
    const std::vector<ImportTable>& tables_;
};

// The columns of one table by what they mean.
class Columns {
public:
    Columns() = default;
    explicit Columns(const ImportTable& table);
    bool has(ImportField field) const { return !of(field).empty(); }
    // The first value that is not empty, without space around it.
    std::string_view value(const std::vector<std::string>& row, ImportField field) const;
    // Which column has that value; -1: none.
    int place(const std::vector<std::string>& row, ImportField field) const;
    std::string_view heading(ImportField field) const;
    std::string_view currency() const { return currency_; } // of the heading of the amounts

private:
    const std::vector<int>& of(ImportField field) const { return columns_[static_cast<std::size_t>(field)]; }
    std::array<std::vector<int>, import_field_count> columns_;
    const TextTable* table_ = nullptr;
    std::string currency_;
};

// Who takes part in a deal, as a row says it; resolved when all tables are read.
struct Link {
    std::string deal; // key of the deal
    OriginSystem system = OriginSystem::other;
    std::string person_id; // either this
    Contact contact;       // or this
    std::string account_key;
    std::string role;
    Source source;
};

struct Records {
    std::vector<PersonRecord> people;
    std::vector<DealRecord> deals;
    std::vector<Link> links;
    std::unordered_map<std::string, int> person_by_id;    // only looked up, never iterated
    std::unordered_map<std::string, int> person_by_email; // folded
    std::unordered_map<std::string, int> person_by_name;  // name and account
    std::unordered_map<std::string, int> deal_by_key;
    std::unordered_map<std::string, int> rows_of_names; // deals without an id, by the key of their names: how many there are
    std::unordered_map<std::string, UnknownWord> words; // collected; sorted into the changes at the end
    std::unordered_set<std::string> repeating;          // keys of deals with several rows
    std::unordered_map<std::string, std::string> account_by_id;

    // The account that a table says has that id; null: none does.
    const std::string* account_of(OriginSystem system, std::string_view id) const;
    int person_of(OriginSystem system, std::string_view id) const; // -1: none
};

// Different programs may give the same id to different things.
std::string key_of_record(OriginSystem system, std::string_view id);
// Of a deal that its table gives no id: made of its account and title.
std::string id_of_names(std::string_view account, std::string_view title);
// Of a person that their table gives no id: the address in lower case. Empty when it is none: "-" and "n/a" are said of many.
std::string id_of_address(std::string_view email);

// What the others say and these do not. Whether there was anything.
bool fill_in_fields(std::vector<Tag>& tags, std::vector<OwnField>& fields, const std::vector<Tag>& other_tags, const std::vector<OwnField>& other_fields);

class RowReader {
public:
    RowReader(const std::vector<ImportTable>& tables, Records& records, Problems& problems, ImportChanges& changes, ImportWords& words,
              const ImportOptions& options, Date today);
    void begin_table(int table);
    void read_row(int row);
    // The place of the person in the records; made when new. -1 when nothing says who it is.
    int person_for(const Link& link);
    // Puts what was collected of words into the changes.
    void finish();

private:
    using Row = std::vector<std::string>;
    std::string_view value(const Row& row, ImportField field) const { return columns_.value(row, field); }
    Said said(const Row& row, ImportField field, std::size_t most_bytes) const;
    std::optional<Date> date(const Row& row, ImportField field, Source source);
    bool is_totals(const Row& row) const;
    int read_person(const Row& row, Source source);
    int put_person(PersonRecord person);
    int person_of_address(const Link& link, const std::string& email) const;
    void note_reading(const FileTable& file);
    void read_deal(const Row& row, Source source);
    void read_amount(const Row& row, Source source, DealRecord& deal);
    // False: the row waits for what its word means.
    bool read_outcome(const Row& row, Source source, DealRecord& deal);
    std::optional<ImportedOutcome> outcome_of(const Row& row, bool& waits);
    void count_word(std::string_view word, bool waits, std::optional<ImportedOutcome> answer = {});
    enum class Again : std::uint8_t { same, another, replaced };
    Again read_again(const Row& row, Source source, DealRecord& deal, const std::string& key, bool has_id);
    void read_links(const Row& row, Source source, const std::string& deal_key);
    std::string role_of(const Row& row);
    std::vector<Tag> tags_of(const Row& row) const;
    std::vector<OwnField> own_fields_of(const Row& row, Source source);

    const std::vector<ImportTable>& tables_;
    Records& records_;
    Problems& problems_;
    ImportChanges& changes_;
    ImportWords& words_;
    const ImportOptions& options_;
    Date today_;
    int table_ = 0;
    Columns columns_;
    OriginSystem system_ = OriginSystem::other;
    DateFinding dates_;
    DecimalFinding decimals_;
};

}
