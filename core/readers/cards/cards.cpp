#include "core/readers/cards/cards.hpp"

#include "core/base/code_point.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/printed_text.hpp"
#include "core/base/text.hpp"
#include "core/base/web_address.hpp"
#include "core/readers/charset_text.hpp"
#include "core/readers/content_line.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/readers/mail/encoded.hpp"
#include "core/readers/words.hpp"

#include <algorithm>
#include <optional>

namespace middleground::readers {

namespace {

constexpr std::size_t most_of_each = 20; // addresses, numbers

// A card as its lines come in.
struct Card {
    records::Contact contact;
    std::string structured_name;
    bool group = false;
    int line = 0;
};

std::string value_of(const ContentLine& line, const ReadOptions& options) {
    const auto coding = line["encoding"];
    const bool printable = same_word(coding, "quoted-printable") || line.is_type("quoted-printable");
    if (!printable) return line.value;
    return utf8_of(from_quoted_printable(line.value), line["charset"], *options.charsets);
}

std::string one_line_of(std::string_view value) {
    return std::string(trimmed(printed_line(unescaped_value(value))));
}

// "Family;Given;Middle;Prefix;Suffix"
std::string name_of_parts(std::string_view value) {
    const auto parts = values_between(value, ';');
    std::string name;
    for (const std::size_t place : {1u, 2u, 0u}) {
        if (place >= parts.size()) continue;
        const auto printed = printed_line(parts[place]);
        const auto part = trimmed(printed);
        if (part.empty()) continue;
        name += (name.empty() ? "" : " ") + std::string(part);
    }
    return name;
}

// The preferred one comes first.
void add(std::vector<std::string>& list, std::string value, bool preferred) {
    if (value.empty() || list.size() >= most_of_each || std::ranges::find(list, value) != list.end()) return;
    list.insert(preferred ? list.begin() : list.end(), std::move(value));
}

void take(Card& card, const ContentLine& line, const ReadOptions& options) {
    auto& contact = card.contact;
    const bool preferred = line.is_type("pref") || line["pref"] == "1";
    const auto& name = line.name;
    if (name == "fn") {
        contact.name = person_name_of(one_line_of(value_of(line, options)));
    } else if (name == "n") {
        card.structured_name = name_of_parts(value_of(line, options));
    } else if (name == "org") {
        const auto parts = values_between(value_of(line, options), ';');
        if (!parts.empty()) contact.company = trimmed(printed_line(parts.front()));
        if (parts.size() > 1) contact.department = trimmed(printed_line(parts[1]));
    } else if (name == "title") {
        contact.title = one_line_of(value_of(line, options));
    } else if (name == "role" && contact.title.empty()) {
        contact.title = one_line_of(value_of(line, options));
    } else if (name == "email") {
        for (const auto& address : mail_addresses_in(one_line_of(value_of(line, options)))) {
            add(contact.addresses, address, preferred);
        }
    } else if (name == "tel") {
        if (line.is_type("fax")) return;
        auto number = one_line_of(value_of(line, options));
        if (begins_with_word(number, "tel:")) number.erase(0, 4);
        add(contact.phones, std::move(number), preferred || (line.is_type("work") && contact.phones.size() > 1));
    } else if (name == "url" || name == "x-socialprofile") {
        auto page = one_line_of(value_of(line, options));
        if (is_web_address(page) && (contact.page.empty() || page.find("linkedin.com") != std::string::npos)) contact.page = std::move(page);
    } else if (name == "note") {
        contact.note = trimmed(printed_text(cut_to(unescaped_value(value_of(line, options)), longest_note)));
    } else if (name == "kind" || name == "x-addressbookserver-kind") {
        card.group = same_word(trimmed(line.value), "group");
    }
}

}

void read_cards(std::string_view text, const ReadOptions& options, records::FileRecords& records) {
    ContentLines lines(text);
    ContentLine line;
    std::optional<Card> card;
    const auto end_card = [&] {
        if (!card) return;
        auto& contact = card->contact;
        if (contact.name.empty()) contact.name = card->structured_name;
        if (contact.name.empty() && !contact.addresses.empty()) contact.name = name_in_address(contact.addresses.front());
        const auto where = "line " + std::to_string(card->line);
        if (card->group) {
            // a list of people, each of whom has a card
        } else if (contact.name.empty() && contact.addresses.empty()) {
            records.leave_out(where, contact.company.empty() ? "A card has neither name nor address" : "The card of " + contact.company + " names no person");
        } else if (static_cast<int>(records.contacts.size()) >= most_contacts) {
            records.leave_out(where, "There are more than " + std::to_string(most_contacts) + " cards in the file; the rest was left out");
        } else {
            records.contacts.push_back(std::move(contact));
        }
        card.reset();
    };
    while (lines.next(line)) {
        if (line.name == "begin" && same_word(trimmed(line.value), "vcard")) {
            end_card(); // one that was never ended
            card.emplace();
            card->line = lines.number();
        } else if (line.name == "end" && same_word(trimmed(line.value), "vcard")) {
            end_card();
        } else if (card) {
            take(*card, line, options);
        }
    }
    end_card();
}

}
