#include "core/intake/proposals/planning.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t few = 10; // contacts that somebody picked for this deal

// Whether a company's name is the account's but for what they end with: "Kestrel Logistics GmbH" and "Kestrel Logistics".
bool is_account(std::string_view company, std::string_view account) {
    const auto one = plain_letters(trimmed(company)), other = plain_letters(trimmed(account));
    if (one.size() < 3 || other.size() < 3) return false;
    const auto& longer = one.size() < other.size() ? other : one;
    const auto& shorter = one.size() < other.size() ? one : other;
    return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ' || longer[shorter.size()] == ',');
}

// By words in it, which every program writes its own way.
Function function_of(std::string_view title, std::string_view department) {
    struct Word {
        std::string_view text;
        Function function;
    };
    // The first that fits: "IT procurement" buys.
    static constexpr Word words[]{
        {"procurement", Function::procurement}, {"purchas", Function::procurement}, {"sourcing", Function::procurement}, {"einkauf", Function::procurement}, {"achat", Function::procurement},
        {"legal", Function::legal}, {"counsel", Function::legal}, {"recht", Function::legal}, {"juri", Function::legal},
        {"security", Function::security}, {"ciso", Function::security},
        {"financ", Function::finance}, {"cfo", Function::finance}, {"controll", Function::finance}, {"treasur", Function::finance}, {"accounting", Function::finance}, {"finanz", Function::finance},
        {"human resources", Function::hr}, {"people officer", Function::hr}, {"personal", Function::hr}, {"recruit", Function::hr},
        {"marketing", Function::marketing}, {"cmo", Function::marketing}, {"brand", Function::marketing},
        {"information technology", Function::it}, {"cio", Function::it}, {"cto", Function::it}, {"software", Function::it}, {"data", Function::it}, {"infrastructure", Function::it},
        {"operation", Function::operations}, {"coo", Function::operations}, {"logisti", Function::operations}, {"supply", Function::operations}, {"production", Function::operations}, {"warehouse", Function::operations},
        {"sales", Function::sales}, {"vertrieb", Function::sales}, {"account exec", Function::sales},
        {"ceo", Function::executive}, {"chief executive", Function::executive}, {"managing director", Function::executive}, {"founder", Function::executive}, {"president", Function::executive}, {"gesch\u00e4ftsf\u00fchr", Function::executive},
    };
    const auto text = ' ' + folded(title) + ' ' + folded(department) + ' ';
    for (const auto& word : words) {
        // Short ones are whole words: "cto" is no part of "director".
        const auto at = word.text.size() > 3 ? text.find(word.text) : text.find(' ' + std::string(word.text));
        if (at == std::string::npos) continue;
        const auto end = at + word.text.size() + (word.text.size() > 3 ? 0 : 1);
        if (word.text.size() > 3 || (end < text.size() && !(text[end] >= 'a' && text[end] <= 'z'))) return word.function;
    }
    return text.find(" it ") != std::string::npos || text.find(" it-") != std::string::npos ? Function::it : Function::other;
}

}

void propose_contacts(Planning& planning, const records::FileRecords& file) {
    int others = 0;
    for (const auto& contact : file.contacts) {
        const records::Party party{contact.name, contact.addresses.empty() ? std::string() : contact.addresses.front()};
        if (planning.us().has(party)) continue;
        std::optional<FoundPerson> found;
        for (const auto& address : contact.addresses) {
            if (!found) found = planning.known({{}, address});
        }
        if (!found) found = planning.known({contact.name, {}});
        for (const auto& address : contact.addresses) {
            if (!found) found = planning.alike({contact.name, address}, file.name);
        }
        const bool was_there = found.has_value();
        if (!found) found = planning.person(party, file.name, planning.today());
        if (!found) {
            planning.note(file.name, {(contact.name.empty() ? party.address : contact.name) + " could be two people of this deal", {}, "Add them by hand."});
            continue;
        }
        planning.add_facts(*found, party.address, contact.phones.empty() ? std::string() : contact.phones.front(), contact.title, file.name);
        if (was_there) {
            planning.count_known();
            continue;
        }
        auto& proposal = planning.at(*found->proposal);
        const auto& account = planning.deal().account;
        // Contacts are of other people, whoever the seller is.
        proposal.likely = file.contacts.size() <= few || is_account(contact.company, account) || planning.is_of_their_company(party.address);
        if (!proposal.likely) ++others;
        if (!contact.company.empty()) proposal.detail += (proposal.detail.empty() ? "" : ", ") + contact.company;
        const auto* put = std::get_if<edit::PutStakeholder>(&proposal.edits.front().any());
        if (!put) continue;
        auto person = put->stakeholder;
        person.function = function_of(contact.title, contact.department);
        person.notes = contact.note;
        if (!contact.page.empty()) person.notes += (person.notes.empty() ? "" : "\n") + contact.page;
        proposal.edits.assign(1, Edit(edit::PutStakeholder{std::move(person)}));
    }
    if (others > 0) {
        planning.note(file.name, {counted(others, "person is", "people are") + " of other companies: choose those whom this deal needs", {}, {}});
    }
}

}
