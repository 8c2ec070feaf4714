#include "core/intake/tables/records.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

namespace middleground::importing {

int RowReader::read_person(const Row& row, Source source) {
    constexpr std::size_t most = Limits::short_text;
    PersonRecord person;
    person.system = system_;
    person.source = source;
    person.id = record_id(value(row, ImportField::person_id), system_);
    person.email = clean_line(value(row, ImportField::email), most);
    auto name = clean_line(turned_name(value(row, ImportField::person_name)), most);
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
    // In a table of deals they are the deal's.
    if (tables_[static_cast<std::size_t>(table_)].mapping.kind != ImportKind::deals) {
        person.tags = tags_of(row);
        person.fields = own_fields_of(row, source);
    }
    person.account_key = heading_key(value(row, ImportField::account));
    if (person.account_key.empty()) {
        const auto id = record_id(value(row, ImportField::account_id), system_);
        const auto* known = id.empty() ? nullptr : records_.account_of(system_, id);
        if (known) person.account_key = heading_key(*known);
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
        fill_in_fields(known.tags, known.fields, person.tags, person.fields);
    }
    const auto& kept = records_.people[static_cast<std::size_t>(place)];
    if (!kept.id.empty()) {
        records_.person_by_id.try_emplace(key_of_record(kept.system, kept.id), place);
        const auto shorter = record_id(kept.id, OriginSystem::salesforce);
        if (shorter != kept.id) records_.person_by_id.try_emplace(key_of_record(OriginSystem::salesforce, shorter), place);
    }
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
        if (const int place = records_.person_of(link.system, link.person_id); place >= 0) return place;
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
