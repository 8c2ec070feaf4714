#include "core/intake/tables/records.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/column_reading.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground::importing {

void Problems::add(ProblemKind kind, const Source& source, std::string_view column, Error error) {
    changes_.problem_count += 1;
    if (changes_.problems.size() == ImportChanges::most_problems) return;
    const auto& table = tables_[static_cast<std::size_t>(source.table)];
    const int line = source.row < 0 ? 0 : table.file->lines[static_cast<std::size_t>(source.row)];
    changes_.problems.push_back({kind, table.name, line, std::string(column), std::move(error)});
}

Columns::Columns(const ImportTable& table) : table_(&table.file->table) {
    const auto& fields = table.mapping.fields;
    for (std::size_t i = 0; i < fields.size() && i < table_->columns.size(); ++i) {
        columns_[static_cast<std::size_t>(fields[i])].push_back(static_cast<int>(i));
    }
    currency_ = currency_in(heading(ImportField::amount));
}

std::string_view Columns::value(const std::vector<std::string>& row, ImportField field) const {
    for (const int column : of(field)) {
        if (const auto text = trimmed(row[static_cast<std::size_t>(column)]); !text.empty()) return text;
    }
    return {};
}

int Columns::place(const std::vector<std::string>& row, ImportField field) const {
    for (const int column : of(field)) {
        if (!trimmed(row[static_cast<std::size_t>(column)]).empty()) return column;
    }
    return -1;
}

std::string_view Columns::heading(ImportField field) const {
    const auto& columns = of(field);
    return columns.empty() ? std::string_view() : std::string_view(table_->columns[static_cast<std::size_t>(columns.front())]);
}

std::string key_of_record(OriginSystem system, std::string_view id) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(system))) + std::string(id);
}

namespace {

// Tables of one program are not always all known as that program's: what is not found there may be in those of nobody in particular, and the other way round.
// nullptr: not found, or several say something else.
template <typename Map>
const typename Map::mapped_type* found_in(const Map& map, OriginSystem system, std::string_view id) {
    if (const auto own = map.find(key_of_record(system, id)); own != map.end()) return &own->second;
    const typename Map::mapped_type* found = nullptr;
    for (const auto& [other, key, label] : names_of<OriginSystem>()) {
        const auto one = map.find(key_of_record(other, id));
        if (one == map.end()) continue;
        if (found && *found != one->second) return nullptr;
        found = &one->second;
    }
    return found;
}

}

const std::string* Records::account_of(OriginSystem system, std::string_view id) const {
    return found_in(account_by_id, system, id);
}

int Records::person_of(OriginSystem system, std::string_view id) const {
    const auto* found = found_in(person_by_id, system, id);
    return found ? *found : -1;
}

std::string id_of_names(std::string_view account, std::string_view title) {
    return clean_line(heading_key(account) + '/' + heading_key(title), Limits::short_text);
}

std::string id_of_address(std::string_view email) {
    return mail_addresses_in(email).empty() ? std::string() : folded(email);
}

RowReader::RowReader(const std::vector<ImportTable>& tables, Records& records, Problems& problems, ImportChanges& changes, ImportWords& words,
                     const ImportOptions& options, Date today)
    : tables_(tables), records_(records), problems_(problems), changes_(changes), words_(words), options_(options), today_(today) {}

void RowReader::begin_table(int table) {
    const auto& given = tables_[static_cast<std::size_t>(table)];
    table_ = table;
    columns_ = Columns(given);
    system_ = given.mapping.system;
    dates_ = date_order_of(given.file->table, given.mapping);
    decimals_ = decimal_sign_of(given.file->table, given.mapping);
    note_reading(*given.file);
    if (given.mapping.kind == ImportKind::deals && columns_.has(ImportField::deal_id) && !columns_.has(ImportField::title) && !columns_.has(ImportField::account)) {
        problems_.add(ProblemKind::note, {table_, -1}, {},
                      {"No column says what the deals are called: they are called by their ID", {},
                       columns_.has(ImportField::account_id) && records_.account_by_id.empty() ? "Add the table of the accounts, or say which column has the title." : "Say which column has the title, if one does."});
    }
    if (const auto vague = given.mapping.kind == ImportKind::deals ? vague_days_in(given.file->table, given.mapping, today_) : std::nullopt) {
        problems_.add(ProblemKind::note, {table_, -1}, vague->heading,
                      {"Days such as \"" + vague->example + "\" are not exact, so the column is not taken", {}, "Write them as 2026-06-30, and say that the column has the close date."});
    }
    const int last_row = given.file->lines.empty() ? 0 : given.file->lines.back();
    for (const auto& ragged : given.file->ragged) {
        // Below a report stand lines of one value: who made it, that it is confidential, sums.
        const bool is_small_print = ragged.values == 1 && ragged.line > last_row;
        if (is_small_print || words_.begins_totals(ragged.first)) {
            changes_.rows_of_totals += 1;
            continue;
        }
        changes_.rows += 1;
        changes_.rows_skipped += 1;
        changes_.problem_count += 1;
        if (changes_.problems.size() == ImportChanges::most_problems) continue;
        changes_.problems.push_back({ProblemKind::skipped,
                                  given.name,
                                  ragged.line,
                                  {},
                                  {counted(ragged.values, "value", "values") + " in a row under " +
                                       counted(static_cast<int>(given.file->table.columns.size()), "heading", "headings"),
                                   {},
                                   "Put values that contain the separator or a line break in quotation marks."}});
    }
}

// What was done to the table as a whole.
void RowReader::note_reading(const FileTable& file) {
    const auto note = [&](std::string what, std::string remedy = {}) {
        problems_.add(ProblemKind::note, {table_, -1}, {}, {std::move(what), {}, std::move(remedy)});
    };
    changes_.rows_of_totals += file.small_print;
    if (file.short_rows > 0) note(counted(file.short_rows, "row is", "rows are") + " shorter than the headings: what is not there is taken as empty");
    if (file.joined_rows > 0) {
        note("In " + counted(file.joined_rows, "row", "rows") + " a value has the separator in it without quotation marks, and was put together by the blank behind it");
    }
    if (file.mended_values > 0) note("In " + counted(file.mended_values, "value", "values") + " letters had been garbled on their way, as \"\u00c3\u00bc\" for \"\u00fc\": mended");
    if (file.open_quote_line > 0) {
        note("A quotation mark in line " + std::to_string(file.open_quote_line) + " is never closed, and taken as a sign like any other",
             "Is the file cut off? Then export it again.");
    }
    const bool reads_decimals = decimals_.sign && decimals_.example.contains(*decimals_.sign == DecimalSign::comma ? ',' : '.');
    if ((decimals_.mixed || (reads_decimals && !decimals_.chosen)) && !decimals_.example.empty() && decimals_.sign) {
        note('"' + decimals_.example + "\" can be read in two ways: " + (*decimals_.sign == DecimalSign::comma ? "a comma" : "a point") +
                 " begins the decimals, as in most amounts of this table",
             "Choose the decimal sign if it is the other one.");
    }
}

Said RowReader::said(const Row& row, ImportField field, std::size_t most_bytes) const {
    if (!columns_.has(field)) return {};
    return clean_line(value(row, field), most_bytes);
}

std::optional<Date> RowReader::date(const Row& row, ImportField field, Source source) {
    const int place = columns_.place(row, field);
    if (place < 0) return {};
    const auto text = trimmed(row[static_cast<std::size_t>(place)]);
    if (says_no_day(text)) return {};
    auto day = imported_date(text, dates_.columns[static_cast<std::size_t>(place)]);
    if (day) return *day;
    problems_.add(ProblemKind::left_out, source, columns_.heading(field), std::move(day.error()));
    return {};
}

bool RowReader::is_totals(const Row& row) const {
    const auto first = std::ranges::find_if(row, [](const std::string& text) { return !trimmed(text).empty(); });
    if (first == row.end() || !words_.begins_totals(*first)) return false;
    // A deal has more than two facts.
    return std::ranges::count_if(row, [](const std::string& text) { return !trimmed(text).empty(); }) <= 3;
}

std::string RowReader::role_of(const Row& row) {
    const auto text = value(row, ImportField::role);
    const auto role = words_.role(text);
    return role ? std::string(key_of(*role)) : std::string();
}

void RowReader::read_row(int row_number) {
    const auto& given = tables_[static_cast<std::size_t>(table_)];
    const auto& row = given.file->table.rows[static_cast<std::size_t>(row_number)];
    const Source source{table_, row_number};
    if (is_totals(row)) {
        changes_.rows_of_totals += 1;
        return;
    }
    changes_.rows += 1;
    const auto account_id = record_id(value(row, ImportField::account_id), system_);
    const auto account = value(row, ImportField::account);
    if (!account_id.empty() && !account.empty()) {
        records_.account_by_id.try_emplace(key_of_record(system_, account_id), clean_line(account, Limits::short_text));
        // Salesforce's own tables have its IDs shorter.
        const auto shorter = record_id(account_id, OriginSystem::salesforce);
        if (shorter != account_id) records_.account_by_id.try_emplace(key_of_record(OriginSystem::salesforce, shorter), clean_line(account, Limits::short_text));
    }
    const auto skip = [&](std::string what, std::string remedy) {
        changes_.rows_skipped += 1;
        problems_.add(ProblemKind::skipped, source, {}, {std::move(what), {}, std::move(remedy)});
    };
    switch (given.mapping.kind) {
    case ImportKind::deals:
        read_deal(row, source);
        break;
    case ImportKind::people:
        if (read_person(row, source) < 0) {
            skip("Nothing says who this is", "Give the person a name or an address.");
            break;
        }
        for (const auto deal : ids_in(value(row, ImportField::deal_ids))) {
            read_links(row, source, key_of_record(system_, record_id(deal, system_)));
        }
        break;
    case ImportKind::roles: {
        const auto deal = record_id(value(row, ImportField::deal_id), system_);
        if (deal.empty()) {
            skip("The ID of the deal is missing", "Export the roles with the ID of the deal.");
            break;
        }
        read_links(row, source, key_of_record(system_, deal));
        break;
    }
    case ImportKind::activities:
        break;
    case ImportKind::accounts:
        if (account_id.empty() || account.empty()) skip("The ID or the name of the account is missing", "Export both.");
        break;
    }
}

}
