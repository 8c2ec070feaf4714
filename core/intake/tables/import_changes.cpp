#include "core/intake/tables/import_changes.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/build.hpp"

#include <algorithm>

namespace middleground {

using namespace importing;

std::string ImportProblem::where() const {
    std::string words = file;
    if (line > 0) words += (words.empty() ? "" : ", ") + ("line " + std::to_string(line));
    if (!column.empty()) words += (words.empty() ? "" : ", ") + column;
    return words;
}

std::vector<ImportQuestion> questions_of(const ImportChanges& changes, const ImportOptions& options) {
    std::vector<ImportQuestion> questions;
    std::vector<std::string> words;
    constexpr std::size_t most_named = 6;
    for (const auto& word : changes.words) {
        if (word.waits && words.size() < most_named) words.push_back('"' + word.word + "\" (" + counted(word.rows, "row", "rows") + ')');
    }
    if (!words.empty()) {
        questions.push_back({ImportQuestion::About::words, "What " + std::string(words.size() == 1 ? "does " : "do ") + joined(words) + (words.size() == 1 ? " mean?" : " mean?")});
    }
    if (changes.repeated_ids > 0 && !options.repeated_ids) {
        const int rows = changes.repeated_ids + changes.repeating_deals;
        questions.push_back({ImportQuestion::About::repeated_ids, "The table has " + counted(rows, "row", "rows") + " for " + counted(changes.repeating_deals, "deal", "deals") +
                                                                      ", as they were from time to time. Which of them counts?"});
    }
    if (changes.same_names > 0 && !options.same_names) {
        questions.push_back({ImportQuestion::About::same_names, counted(changes.same_names, "row has", "rows have") + " the title and account of another (" +
                                                                    changes.same_names_example + ") and no ID. Is that one deal, or are they several?"});
    }
    return questions;
}

namespace {

// People and accounts before the deals that they belong to, roles last; within a kind the order does not depend on how the files came.
int turn_of(ImportKind kind) {
    switch (kind) {
    case ImportKind::accounts:
        return 0;
    case ImportKind::people:
        return 1;
    case ImportKind::deals:
        return 2;
    case ImportKind::roles:
        return 3;
    case ImportKind::activities:
        break;
    }
    return 4;
}

bool comes_before(const ImportTable& a, const ImportTable& b) {
    if (a.mapping.kind != b.mapping.kind) return turn_of(a.mapping.kind) < turn_of(b.mapping.kind);
    if (a.name != b.name) return a.name < b.name;
    return a.file->table.rows < b.file->table.rows;
}

}

struct ImportReader::Impl {
    Impl(std::vector<ImportTable> given, std::span<const Deal* const> existing_deals, std::span<const ImportVocabulary> vocabularies,
         ImportOptions chosen, Date day, std::uint64_t seed)
        : tables(std::move(given)), options(std::move(chosen)), today(day), random(seed), words(vocabularies, options.words), problems(changes, tables),
          reader(tables, records, problems, changes, words, options, today), existing(existing_deals),
          builder(records, problems, changes, existing, options, today, random) {
        sort_list(tables, comes_before);
        for (const auto& one : tables) {
            work_to_do += static_cast<std::int64_t>(one.file->table.rows.size());
        }
        const auto rows = static_cast<std::size_t>(work_to_do);
        records.deals.reserve(rows);
        records.deal_by_key.reserve(rows);
        records.people.reserve(rows);
        records.person_by_email.reserve(rows);
        records.person_by_name.reserve(2 * rows);
        work_to_do *= 2;
    }

    std::vector<ImportTable> tables;
    ImportOptions options;
    Date today;
    Random random;
    ImportWords words;
    ImportChanges changes;
    Records records;
    Problems problems;
    RowReader reader;
    ExistingDeals existing;
    DealBuilder builder;

    enum class Phase : std::uint8_t { rows, links, accounts, deals, tidying, done } phase = Phase::rows;
    std::size_t table = 0;
    bool table_begun = false;
    std::size_t at = 0; // row, link, deal, or deal and then person
    std::unordered_map<std::string, std::vector<int>> deals_of; // by the key of the account; only looked up
    int people_unknown = 0; // links to somebody whom only an ID names, where no table says anything of people
    int unknown_in = 0;     // the last table that has one
    std::int64_t work_done = 0;
    std::int64_t work_to_do = 0;

    void step_once();
    void resolve(const Link& link);
    void note_account(std::size_t deal);
    void place_by_account(std::size_t person);
    std::size_t deals_to_build() const;
    bool tidy();
    void next(Phase to) {
        phase = to;
        at = 0;
    }
};

void ImportReader::Impl::resolve(const Link& link) {
    const int person = reader.person_for(link);
    auto found = records.deal_by_key.find(link.deal);
    if (found == records.deal_by_key.end()) {
        const auto id = std::string_view(link.deal).substr(1);
        if (!existing.find(link.system, id)) {
            // People may know deals that were not exported; a row of roles is about nothing else.
            if (tables[static_cast<std::size_t>(link.source.table)].mapping.kind == ImportKind::roles) {
                changes.rows_skipped += 1;
                problems.add(ProblemKind::skipped, link.source, {},
                             {"There is no deal with the ID " + clean_line(id, 60), {}, "Add the file with the deals."});
            }
            return;
        }
        DealRecord record;
        record.system = link.system;
        record.id = id;
        record.source = link.source;
        found = records.deal_by_key.emplace(link.deal, static_cast<int>(records.deals.size())).first;
        records.deals.push_back(std::move(record));
    }
    if (person < 0 && records.people.empty() && tables[static_cast<std::size_t>(link.source.table)].mapping.kind == ImportKind::deals) {
        people_unknown += 1;
        unknown_in = link.source.table;
        return;
    }
    if (person < 0) {
        changes.rows_skipped += tables[static_cast<std::size_t>(link.source.table)].mapping.kind == ImportKind::roles ? 1 : 0;
        problems.add(ProblemKind::left_out, link.source, {},
                     {"There is no person with the ID " + clean_line(link.person_id, 60), {}, "Add the file with the contacts."});
        return;
    }
    records.people[static_cast<std::size_t>(person)].is_placed = true;
    auto& places = records.deals[static_cast<std::size_t>(found->second)].places;
    const auto known = std::ranges::find(places, person, &Place::person);
    if (known == places.end()) {
        places.push_back({person, link.role, link.source});
    } else if (known->role.empty()) {
        known->role = link.role;
    }
}

// An open deal is one that people of its account may join.
void ImportReader::Impl::note_account(std::size_t place) {
    const auto& deal = records.deals[place];
    if (!deal.is_row || !std::holds_alternative<Open>(deal.outcome)) return;
    auto account = heading_key(deal.account.value_or(""));
    if (const auto known = records.account_by_id.find(key_of_record(deal.system, deal.account_id)); account.empty() && known != records.account_by_id.end()) {
        account = heading_key(known->second);
    }
    if (!account.empty()) deals_of[account].push_back(static_cast<int>(place));
}

// Somebody whom nothing puts into a deal.
void ImportReader::Impl::place_by_account(std::size_t place) {
    auto& person = records.people[place];
    if (person.is_placed) return;
    const auto found = person.account_key.empty() ? deals_of.end() : deals_of.find(person.account_key);
    if (!options.people_by_account || found == deals_of.end()) {
        changes.people_without_deal += 1;
        return;
    }
    for (const int deal : found->second) {
        records.deals[static_cast<std::size_t>(deal)].places.push_back({static_cast<int>(place), {}, person.source});
    }
}

// About so many come new: while a hundred thousand deals are moved to where there is room for more, nothing else can happen.
std::size_t ImportReader::Impl::deals_to_build() const {
    const auto wanted = std::ranges::count_if(records.deals, [&](const DealRecord& deal) { return !options.open_only || is_open(deal.outcome); });
    return static_cast<std::size_t>(wanted) - std::min(static_cast<std::size_t>(wanted), existing.imported());
}

// One of what is not needed any more goes: to let go of hundreds of thousands at once takes too long. False when nothing is left.
bool ImportReader::Impl::tidy() {
    const auto one_less = [](auto& things) {
        if (things.empty()) return false;
        if constexpr (requires { things.pop_back(); }) {
            things.pop_back();
        } else {
            things.erase(things.begin());
        }
        return true;
    };
    return one_less(records.links) || one_less(records.people) || one_less(records.deals) || one_less(records.person_by_id) || one_less(records.person_by_email) ||
           one_less(records.person_by_name) || one_less(records.deal_by_key) || one_less(records.rows_of_names) || one_less(records.repeating) ||
           one_less(records.account_by_id) || one_less(deals_of);
}

void ImportReader::Impl::step_once() {
    switch (phase) {
    case Phase::rows:
        if (table == tables.size()) {
            reader.finish();
            next(Phase::links);
        } else if (!table_begun) {
            reader.begin_table(static_cast<int>(table));
            table_begun = true;
        } else if (at < tables[table].file->table.rows.size()) {
            reader.read_row(static_cast<int>(at++));
            ++work_done;
        } else {
            ++table;
            table_begun = false;
            at = 0;
        }
        break;
    case Phase::links:
        if (at < records.links.size()) {
            resolve(records.links[at++]);
        } else {
            if (people_unknown > 0) {
                problems.add(ProblemKind::note, {unknown_in, -1}, {},
                             {"People are named only by an ID, " + counted(people_unknown, "time", "times"), {}, "Add the file with the contacts."});
            }
            next(Phase::accounts);
        }
        break;
    case Phase::accounts:
        if (at < records.deals.size()) {
            note_account(at++);
        } else if (at - records.deals.size() < records.people.size()) {
            place_by_account(at++ - records.deals.size());
        } else {
            next(Phase::deals);
            changes.added.reserve(deals_to_build());
            work_to_do = work_done + static_cast<std::int64_t>(records.deals.size());
        }
        break;
    case Phase::deals:
        if (at < records.deals.size()) {
            builder.build(records.deals[at++]);
            ++work_done;
        } else {
            next(Phase::tidying);
        }
        break;
    case Phase::tidying:
        if (!tidy()) next(Phase::done);
        break;
    case Phase::done:
        break;
    }
}

ImportReader::ImportReader(std::vector<ImportTable> tables, std::span<const Deal* const> existing,
                             std::span<const ImportVocabulary> vocabularies, ImportOptions options, Date today, std::uint64_t seed)
    : impl_(std::make_unique<Impl>(std::move(tables), existing, vocabularies, std::move(options), today, seed)) {}
ImportReader::~ImportReader() = default;
ImportReader::ImportReader(ImportReader&&) noexcept = default;
ImportReader& ImportReader::operator=(ImportReader&&) noexcept = default;

bool ImportReader::step(int count) {
    for (int i = 0; i < count && impl_->phase != Impl::Phase::done; ++i) {
        impl_->step_once();
    }
    return impl_->phase == Impl::Phase::done;
}

double ImportReader::share_done() const {
    if (impl_->phase == Impl::Phase::done) return 1;
    return static_cast<double>(impl_->work_done) / static_cast<double>(std::max<std::int64_t>(1, impl_->work_to_do));
}

ImportChanges ImportReader::take() {
    return std::move(impl_->changes);
}

ImportChanges import_changes(std::vector<ImportTable> tables, std::span<const Deal* const> existing,
                       std::span<const ImportVocabulary> vocabularies, const ImportOptions& options, Date today, std::uint64_t seed) {
    ImportReader reader(std::move(tables), existing, vocabularies, options, today, seed);
    while (!reader.step(100000)) {}
    return reader.take();
}

}
