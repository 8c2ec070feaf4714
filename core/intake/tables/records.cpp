#include "core/intake/tables/records.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
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

std::string_view Columns::heading(ImportField field) const {
    const auto& columns = of(field);
    return columns.empty() ? std::string_view() : std::string_view(table_->columns[static_cast<std::size_t>(columns.front())]);
}

std::string key_of_record(OriginSystem system, std::string_view id) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(system))) + std::string(id);
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
    dates_ = given.mapping.dates.value_or(DateOrder::ymd);
    if (!given.mapping.dates) dates_ = date_order_of(given.file->table, given.mapping).order.value_or(DateOrder::ymd);
    const int last_row = given.file->lines.empty() ? 0 : given.file->lines.back();
    for (const auto& ragged : given.file->ragged) {
        // Below a report stand lines of one value: who made it, that it is confidential, sums.
        const bool is_small_print = ragged.values == 1 && (ragged.line > last_row || words_.begins_totals(ragged.first));
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

Said RowReader::said(const Row& row, ImportField field, std::size_t most_bytes) const {
    if (!columns_.has(field)) return {};
    return clean_line(value(row, field), most_bytes);
}

std::optional<Date> RowReader::date(const Row& row, ImportField field, Source source) {
    const auto text = value(row, field);
    if (text.empty() || text == "-") return {};
    auto day = imported_date(text, dates_);
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
    case ImportKind::accounts:
        if (account_id.empty() || account.empty()) skip("The ID or the name of the account is missing", "Export both.");
        break;
    }
}

int RowReader::read_person(const Row& row, Source source) {
    constexpr std::size_t most = Limits::short_text;
    PersonRecord person;
    person.system = system_;
    person.source = source;
    person.id = record_id(value(row, ImportField::person_id), system_);
    person.email = clean_line(value(row, ImportField::email), most);
    auto name = clean_line(value(row, ImportField::person_name), most);
    if (name.empty()) {
        const auto first = value(row, ImportField::first_name);
        const auto last = value(row, ImportField::last_name);
        name = clean_line(std::string(first) + (first.empty() || last.empty() ? "" : " ") + std::string(last), most);
    }
    if (name.empty() && person.email.empty()) return -1;
    person.name = name.empty() ? person.email : name;
    person.title = said(row, ImportField::job_title, most);
    if (columns_.has(ImportField::department) || columns_.has(ImportField::job_title)) {
        auto function = words_.function(value(row, ImportField::department));
        if (!function) function = words_.function(value(row, ImportField::job_title));
        person.function = function ? std::string(key_of(*function)) : std::string();
    }
    if (columns_.has(ImportField::email) || columns_.has(ImportField::phone)) {
        const auto phone = clean_line(value(row, ImportField::phone), most);
        person.contact = person.email + (person.email.empty() || phone.empty() ? "" : ", ") + phone;
    }
    person.role = role_of(row);
    person.account_key = heading_key(value(row, ImportField::account));
    if (person.account_key.empty()) {
        const auto id = record_id(value(row, ImportField::account_id), system_);
        const auto known = records_.account_by_id.find(key_of_record(system_, id));
        if (!id.empty() && known != records_.account_by_id.end()) person.account_key = heading_key(known->second);
    }
    return put_person(std::move(person));
}

// The first row that names somebody counts; later ones fill in what it left out.
int RowReader::put_person(PersonRecord person) {
    const auto place_of = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? -1 : found->second;
    };
    const auto email = id_of_address(person.email);
    const auto name = heading_key(*person.name) + '|' + person.account_key;
    int place = -1;
    if (!person.id.empty()) place = place_of(records_.person_by_id, key_of_record(person.system, person.id));
    if (place < 0 && person.id.empty() && !email.empty()) place = place_of(records_.person_by_email, email);
    if (place < 0 && person.id.empty() && email.empty()) place = place_of(records_.person_by_name, name);
    if (place < 0) {
        place = static_cast<int>(records_.people.size());
        records_.people.push_back(std::move(person));
    } else {
        auto& known = records_.people[static_cast<std::size_t>(place)];
        const auto fill = [](Said& there, Said& value) {
            if (value && (!there || there->empty())) there = std::move(value);
        };
        fill(known.title, person.title);
        fill(known.function, person.function);
        fill(known.contact, person.contact);
        if (known.email.empty()) known.email = person.email;
        if (known.role.empty()) known.role = person.role;
    }
    const auto& kept = records_.people[static_cast<std::size_t>(place)];
    if (!kept.id.empty()) records_.person_by_id.try_emplace(key_of_record(kept.system, kept.id), place);
    if (!email.empty()) records_.person_by_email.try_emplace(email, place);
    records_.person_by_name.try_emplace(name, place);
    records_.person_by_name.try_emplace(name.substr(0, name.find('|') + 1), place);
    return place;
}

// Who has the address that the link says, or -1. Several may have it, as of an office: then it is the one of that name.
int RowReader::person_of_address(const Link& link, const std::string& email) const {
    const auto found = records_.person_by_email.find(email);
    if (email.empty() || found == records_.person_by_email.end()) return -1;
    const auto& person = records_.people[static_cast<std::size_t>(found->second)];
    const auto name = heading_key(link.contact.name);
    const bool other_id = !link.person_id.empty() && !person.id.empty() && person.system == link.system && person.id != link.person_id;
    if (name.empty() ? !other_id : heading_key(*person.name) == name) return found->second;
    if (const auto namesake = records_.person_by_name.find(name + '|'); namesake != records_.person_by_name.end()) {
        if (id_of_address(records_.people[static_cast<std::size_t>(namesake->second)].email) == email) return namesake->second;
    }
    return other_id ? -1 : found->second;
}

int RowReader::person_for(const Link& link) {
    const auto look = [](const auto& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? -1 : found->second;
    };
    if (!link.person_id.empty()) {
        if (const int place = look(records_.person_by_id, key_of_record(link.system, link.person_id)); place >= 0) return place;
    }
    const auto name = heading_key(link.contact.name);
    const auto email = id_of_address(link.contact.email);
    if (const int place = person_of_address(link, email); place >= 0) return place;
    if (!name.empty() && email.empty()) {
        if (const int place = look(records_.person_by_name, name + '|' + link.account_key); place >= 0) return place;
        if (const int place = look(records_.person_by_name, name + '|'); place >= 0 && link.person_id.empty()) {
            // Of another account it is somebody of the same name.
            const auto& account = records_.people[static_cast<std::size_t>(place)].account_key;
            if (account.empty() || link.account_key.empty() || account == link.account_key) return place;
        }
    }
    if (link.contact.name.empty() && link.contact.email.empty()) return -1;
    PersonRecord person;
    person.system = link.system;
    person.id = link.person_id;
    person.email = link.contact.email;
    person.account_key = link.account_key;
    person.name = clean_line(link.contact.name.empty() ? link.contact.email : link.contact.name, Limits::short_text);
    if (!link.contact.email.empty()) person.contact = link.contact.email;
    person.source = link.source;
    return put_person(std::move(person));
}

}
