#include "core/readers/cards/contacts_table.hpp"

#include "core/base/code_point.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/base/web_address.hpp"
#include "core/codec/csv.hpp"
#include "core/readers/cards/cards.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/readers/table_of_text.hpp"
#include "core/readers/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace middleground::readers {

namespace {


enum class Field : std::uint8_t { none, name, first, middle, last, title, department, company, address, phone, page, note };

struct Heading {
    std::string_view name; // folded
    Field field;
};
// Google's and Outlook's numbered ones ("E-mail 1 - Value") are found by their beginnings below.
constexpr std::array<Heading, 62> headings{{
    {"name", Field::name}, {"full name", Field::name}, {"display name", Field::name}, {"file as", Field::none},
    {"first name", Field::first}, {"given name", Field::first}, {"middle name", Field::middle}, {"additional name", Field::middle}, {"last name", Field::last}, {"family name", Field::last},
    {"vorname", Field::first}, {"weitere vornamen", Field::middle}, {"nachname", Field::last}, {"pr\u00e9nom", Field::first}, {"deuxi\u00e8me pr\u00e9nom", Field::middle}, {"nom", Field::last}, {"nom de famille", Field::last},
    {"nombre", Field::first}, {"segundo nombre", Field::middle}, {"apellido", Field::last}, {"apellidos", Field::last},
    {"job title", Field::title}, {"position", Field::title}, {"title", Field::none}, {"organization title", Field::title}, {"organization 1 - title", Field::title}, {"organisation 1 - title", Field::title}, {"stellenbezeichnung", Field::title}, {"position ", Field::title}, {"fonction", Field::title}, {"puesto", Field::title}, {"cargo", Field::title},
    {"department", Field::department}, {"organization department", Field::department}, {"organization 1 - department", Field::department}, {"abteilung", Field::department}, {"service", Field::department}, {"departamento", Field::department},
    {"company", Field::company}, {"organization name", Field::company}, {"organization 1 - name", Field::company}, {"organisation 1 - name", Field::company}, {"firma", Field::company}, {"soci\u00e9t\u00e9", Field::company}, {"entreprise", Field::company}, {"compa\u00f1\u00eda", Field::company}, {"empresa", Field::company},
    {"email", Field::address}, {"e-mail", Field::address}, {"email address", Field::address}, {"e-mail address", Field::address}, {"e-mail-adresse", Field::address}, {"adresse de messagerie", Field::address}, {"direcci\u00f3n de correo electr\u00f3nico", Field::address},
    {"phone", Field::phone}, {"mobile phone", Field::phone}, {"business phone", Field::phone}, {"mobiltelefon", Field::phone}, {"telefon gesch\u00e4ftlich", Field::phone},
    {"url", Field::page}, {"notes", Field::note}, {"notizen", Field::note},
}};

Field field_of(std::string_view heading) {
    const auto name = folded(trimmed(heading));
    for (const auto& one : headings) {
        if (one.name == name) return one.field;
    }
    const auto numbered = [&](std::string_view begin, std::string_view end) { return name.starts_with(begin) && name.ends_with(end); };
    if (numbered("e-mail ", "- value") || numbered("e-mail ", " address")) return Field::address;
    if (numbered("phone ", "- value")) return Field::phone;
    if (numbered("website ", "- value")) return Field::page;
    return Field::none;
}

struct Columns {
    std::vector<Field> fields;
    std::size_t known = 0;
    bool own = false; // a heading that only lists of contacts have
};

Columns columns_of(const std::vector<std::string>& names) {
    Columns columns;
    for (const auto& name : names) {
        const auto field = field_of(name);
        columns.fields.push_back(field);
        columns.known += field != Field::none ? 1 : 0;
        const auto small = folded(trimmed(name));
        columns.own |= is_one_of(small, {"connected on", "given name", "e-mail-adresse", "e-mail address", "e-mail 1 - value", "file as", "organization 1 - name", "organization name",
                                         "adresse de messagerie", "direcci\u00f3n de correo electr\u00f3nico", "e-mail 2 address", "yomi name", "given yomi", "assistant's name", "assistant's phone", "home street"});
    }
    return columns;
}

// LinkedIn writes notes above the headings: the text from the line that has them on; nothing: none of the first lines does.
std::optional<std::string_view> from_headings(std::string_view text) {
    constexpr int most_notes = 12;
    auto rest = text;
    for (int line = 0; line < most_notes && !rest.empty(); ++line) {
        const auto begin = rest;
        const auto heading = take_line(rest);
        if (heading.size() > 20000 || heading.find_first_of(",;\t") == std::string_view::npos) continue;
        const auto table = table_of_text(std::string(heading) + "\n" + std::string(static_cast<std::size_t>(std::ranges::count(heading, ',')), ',') + "\n");
        if (!table) continue;
        const auto columns = columns_of(table->table.columns);
        const bool has_person = std::ranges::any_of(columns.fields, [](Field field) { return field == Field::first || field == Field::name || field == Field::last; });
        if (columns.own && columns.known >= 3 && has_person) return begin;
    }
    return {};
}

std::string name_of(const std::string& whole, const std::string& first, const std::string& middle, const std::string& last) {
    std::string name;
    for (const auto* part : {&first, &middle, &last}) {
        if (!part->empty()) name += (name.empty() ? "" : " ") + *part;
    }
    return name.empty() ? person_name_of(whole) : name;
}

}

bool looks_like_contacts(std::string_view text) {
    return from_headings(text.substr(0, 64u << 10)).has_value();
}

void read_contacts_table(std::string_view text, records::FileRecords& records) {
    const auto begin = from_headings(text);
    const auto table = begin ? table_of_text(std::string(*begin)) : fail("There are no headings of contacts");
    if (!table) {
        records.leave_out(table.error().where, table.error().what, table.error().remedy);
        return;
    }
    const auto columns = columns_of(table->table.columns);
    const int above = static_cast<int>(std::ranges::count(text.substr(0, text.size() - begin->size()), '\n'));
    for (std::size_t i = 0; i < table->table.rows.size(); ++i) {
        const auto& row = table->table.rows[i];
        const auto where = "line " + std::to_string(table->lines[i] + above);
        if (static_cast<int>(records.contacts.size()) >= most_contacts) {
            records.leave_out(where, "There are more than " + std::to_string(most_contacts) + " people in the file; the rest was left out");
            return;
        }
        records::Contact contact;
        std::string whole, first, middle, last;
        for (std::size_t column = 0; column < row.size() && column < columns.fields.size(); ++column) {
            const auto value = std::string(trimmed(printed_line(io::without_apostrophe(row[column]))));
            if (value.empty()) continue;
            switch (columns.fields[column]) {
            case Field::name: whole = value; break;
            case Field::first: first = value; break;
            case Field::middle: middle = value; break;
            case Field::last: last = value; break;
            case Field::title: contact.title = value; break;
            case Field::department: contact.department = value; break;
            case Field::company: contact.company = value; break;
            case Field::address:
                // Google puts several into one cell: "a@x ::: b@x".
                for (const auto& address : mail_addresses_in(value)) {
                    if (std::ranges::find(contact.addresses, address) == contact.addresses.end()) contact.addresses.push_back(address);
                }
                break;
            case Field::phone: contact.phones.push_back(value.substr(0, value.find(" ::: "))); break;
            case Field::page:
                if (contact.page.empty() && is_web_address(value)) contact.page = value;
                break;
            case Field::note: contact.note = trimmed(printed_text(cut_to(row[column], longest_note))); break;
            case Field::none: break;
            }
        }
        contact.name = name_of(whole, first, middle, last);
        if (contact.name.empty() && !contact.addresses.empty()) contact.name = name_in_address(contact.addresses.front());
        if (contact.name.empty() && contact.addresses.empty()) {
            records.leave_out(where, "The row has neither a name nor an address");
            continue;
        }
        records.contacts.push_back(std::move(contact));
    }
    for (const auto& ragged : table->ragged) {
        records.leave_out("line " + std::to_string(ragged.line + above), "The row has " + std::to_string(ragged.values) + " values, the headings are " + std::to_string(columns.fields.size()));
    }
}

}
