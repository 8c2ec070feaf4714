#include "core/intake/proposals/our_side.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace middleground {

namespace {

std::string_view host_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? std::string_view() : address.substr(at + 1);
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : plain_letters(text)) {
        if (c >= 'a' && c <= 'z') letters += c;
    }
    return letters;
}

// Whether an address is made of that name as companies do it: nora@, nora.whitfield@, nwhitfield@. A call has names only.
bool is_made_of(std::string_view address, std::string_view name) {
    const auto local = letters_of(address.substr(0, address.find('@')));
    const auto blank = name.find(' ');
    const auto first = letters_of(name.substr(0, blank));
    const auto rest = blank == std::string_view::npos ? std::string() : letters_of(name.substr(blank));
    if (local.size() < 3 || first.size() < 2) return false;
    return local == first || local == first + rest || local == first.substr(0, 1) + rest;
}

// Whether the host is that of the account: kestrel.example of Kestrel Logistics.
bool is_host_of(std::string_view host, std::string_view account) {
    const auto name = letters_of(host.substr(0, host.find('.')));
    account = trimmed(account);
    return name.size() >= 4 && !is_public_host(host) && (name == letters_of(account) || name == letters_of(account.substr(0, account.find(' '))));
}

// Everybody whom a mail or a meeting names, each once.
std::set<std::string> addresses_of(const records::Meeting& meeting) {
    std::set<std::string> addresses;
    if (meeting.organizer) addresses.insert(meeting.organizer->address);
    for (const auto& attendee : meeting.attendees) {
        addresses.insert(attendee.who.address);
    }
    return addresses;
}

std::set<std::string> addresses_of(const records::Mail& mail) {
    std::set<std::string> addresses{mail.from.address};
    for (const auto* list : {&mail.to, &mail.copies}) {
        for (const auto& party : *list) {
            addresses.insert(party.address);
        }
    }
    return addresses;
}

}

OurPeople::OurPeople(const OurSide& us, const Deal& deal) {
    for (const auto& name : {us.name, deal.seller}) {
        if (!trimmed(name).empty()) names_.push_back(matched_name(name));
    }
    for (const auto& address : us.addresses) {
        addresses_.push_back(folded(trimmed(address)));
        const auto host = host_of(addresses_.back());
        if (!host.empty() && !is_public_host(host)) hosts_.emplace_back(host);
    }
}

bool OurPeople::has_address(std::string_view address) const {
    if (address.empty()) return false;
    return std::ranges::find(addresses_, address) != addresses_.end() || std::ranges::find(hosts_, host_of(address)) != hosts_.end();
}

void OurPeople::learn(const records::Party& party) {
    if (!has_address(party.address) || party.name.empty()) return;
    auto name = matched_name(party.name);
    if (std::ranges::find(names_, name) == names_.end()) names_.push_back(std::move(name));
}

bool OurPeople::has(const records::Party& party) const {
    if (has_address(party.address)) return true;
    if (party.name.empty()) return false;
    if (std::ranges::find(names_, matched_name(party.name)) != names_.end()) return true;
    return party.address.empty() && std::ranges::any_of(addresses_, [&](const std::string& own) { return is_made_of(own, party.name); });
}

bool is_public_host(std::string_view host) {
    constexpr std::array<std::string_view, 30> hosts{"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "icloud.com", "me.com",
                                                     "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de",
                                                     "proton.me", "protonmail.com", "mail.com", "orange.fr", "free.fr", "laposte.net", "libero.it", "qq.com", "163.com", "mail.ru"};
    return std::ranges::find(hosts, host) != hosts.end() || host.starts_with("yahoo.") || host.starts_with("hotmail.") || host.starts_with("outlook.") || host.starts_with("live.");
}

std::optional<std::string> own_address(std::span<const records::FileRecords> files, const Deal& deal) {
    std::map<std::string, int> counts;
    std::map<std::string, std::string> by_name;
    std::set<std::string> mailboxes;
    int all = 0;
    const auto count = [&](const std::set<std::string>& addresses) {
        ++all;
        for (const auto& address : addresses) {
            if (!address.empty()) ++counts[address];
        }
    };
    const auto seller = folded(trimmed(deal.seller));
    const auto look = [&](const records::Party& party) {
        if (!seller.empty() && !party.address.empty() && folded(party.name) == seller) by_name.emplace(seller, party.address);
    };
    for (const auto& file : files) {
        for (const auto& mail : file.mails) {
            count(addresses_of(mail));
            if (!mail.mailbox.empty()) mailboxes.insert(mail.mailbox);
            look(mail.from);
            for (const auto* list : {&mail.to, &mail.copies}) {
                std::ranges::for_each(*list, look);
            }
        }
        for (const auto& meeting : file.meetings) {
            if (meeting.attendees.empty()) continue;
            count(addresses_of(meeting));
            if (meeting.organizer) look(*meeting.organizer);
            for (const auto& attendee : meeting.attendees) {
                look(attendee.who);
            }
        }
    }
    if (!by_name.empty()) return by_name.begin()->second;
    const auto is_theirs = [&](const std::string& address) {
        return std::ranges::any_of(deal.stakeholders, [&](const Stakeholder& person) { return share_mail_address(person.contact, address); });
    };
    if (mailboxes.size() == 1 && !is_theirs(*mailboxes.begin())) return *mailboxes.begin();
    std::optional<std::string> found;
    bool any_theirs = false;
    for (const auto& [address, times] : counts) {
        const bool theirs = is_theirs(address) || is_host_of(host_of(address), deal.account);
        any_theirs = any_theirs || theirs;
        if (times != all || theirs) continue;
        if (found) return {}; // two of them
        found = address;
    }
    return all >= 2 || any_theirs ? found : std::nullopt;
}

}
