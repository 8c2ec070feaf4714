#include "core/intake/proposals/planning.hpp"

#include "core/analysis/wording.hpp"
#include "core/base/code_point.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/person_name.hpp"
#include "core/model/limits.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_machine(std::string_view address) {
    const auto local = address.substr(0, address.find('@'));
    for (const std::string_view name : {"no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "notifications"}) {
        if (local.starts_with(name)) return true;
    }
    return false;
}

// Who an address without a name is.
std::string name_of(const records::Party& party) {
    if (!party.name.empty()) return std::string(cut_to(party.name, Limits::short_text));
    return capitalised(cut_to(std::string_view(party.address).substr(0, party.address.find('@')), Limits::short_text));
}

edit::PutStakeholder* put_in(Proposal& proposal, edit::PutStakeholder& copy) {
    for (const auto& edit : proposal.edits) {
        if (const auto* put = std::get_if<edit::PutStakeholder>(&edit.any())) {
            copy = *put;
            return &copy;
        }
    }
    return nullptr;
}

std::string details_of(const Stakeholder& person) {
    std::string words = person.title;
    if (!person.contact.empty()) words += (words.empty() ? "" : ", ") + person.contact;
    return words;
}

// False: it is there already, or it would be too long.
bool add_to_contact(std::string& contact, std::string_view more) {
    if (more.empty() || folded(contact).find(folded(more)) != std::string::npos || contact.size() + more.size() + 2 > Limits::short_text) return false;
    contact += (contact.empty() ? "" : ", ") + std::string(more);
    return true;
}

}

Planning::Planning(const Deal& deal, const OurSide& us, const ProposalWords& words, Date today, std::uint64_t seed)
    : deal_(deal), us_(us, deal), words_(words), today_(today), random_(seed) {
    for (const auto& person : deal.stakeholders) {
        for (const auto& address : mail_addresses_in(person.contact)) {
            know_address(address, {person.id, {}});
            const auto host = address.substr(address.rfind('@') + 1);
            if (!is_public_host(host) && !us_.has_address(address)) hosts_.insert(host);
        }
        if (!trimmed(person.name).empty()) names_.emplace(matched_name(person.name), FoundPerson{person.id, {}});
    }
}

void Planning::know_address(std::string_view address, const FoundPerson& person) {
    if (!addresses_.emplace(address, person).second) return;
    if (auto said = matched_name(name_in_address(address)); !said.empty()) said_names_.emplace(std::move(said), person);
}

std::uint32_t Planning::add(Proposal proposal) {
    result_.list.push_back(std::move(proposal));
    return static_cast<std::uint32_t>(result_.list.size() - 1);
}

bool Planning::is_doubtful(const records::Party& party) const {
    return who_is_unknown_ && !is_of_their_company(party.address);
}

bool Planning::is_doubtful(const FoundPerson& person) const {
    return person.proposal && who_is_unknown_ && !result_.list[*person.proposal].likely;
}

std::optional<FoundPerson> Planning::by_address(std::string_view address) const {
    const auto found = addresses_.find(address);
    return address.empty() || found == addresses_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<FoundPerson> Planning::by_name(std::string_view name, bool& unclear) const {
    if (trimmed(name).empty()) return {};
    const auto [begin, end] = names_.equal_range(matched_name(name));
    if (begin == end) return {};
    unclear = std::next(begin) != end;
    return unclear ? std::nullopt : std::optional(begin->second);
}

std::optional<FoundPerson> Planning::by_first_name(std::string_view name) const {
    const auto wanted = matched_name(name) + ' ';
    std::optional<FoundPerson> found;
    for (auto at = names_.lower_bound(wanted); at != names_.end() && at->first.starts_with(wanted); ++at) {
        if (found && found->id != at->second.id) return {};
        found = at->second;
    }
    return found;
}

std::optional<FoundPerson> Planning::alike(const records::Party& party, const std::string& source) {
    const auto name = matched_name(party.name);
    std::optional<FoundPerson> found;
    const auto take = [&](const FoundPerson& one) {
        if (found && found->id != one.id) return false;
        found = one;
        return true;
    };
    if (party.address.empty()) {
        // Of whom an address is known that says the name.
        if (name.find(' ') == std::string::npos) return {};
        const auto [begin, end] = said_names_.equal_range(name);
        for (auto at = begin; at != end; ++at) {
            if (!take(at->second)) return {};
        }
    } else {
        // Who is called as the address says, and of whom no address is known.
        const auto said = matched_name(name_in_address(party.address));
        if (said.empty() || said == name) return {};
        const auto [begin, end] = names_.equal_range(said);
        for (auto at = begin; at != end; ++at) {
            const bool has_address = std::ranges::any_of(addresses_, [&](const auto& known) { return known.second.id == at->second.id; });
            if (!has_address && !take(at->second)) return {};
        }
    }
    if (found) note_alike(party, *found, source);
    return found;
}

void Planning::note_alike(const records::Party& party, const FoundPerson& person, const std::string& source) {
    std::string known;
    edit::PutStakeholder put;
    if (person.proposal) {
        if (put_in(result_.list[*person.proposal], put)) known = put.stakeholder.name;
    } else if (const auto* there = find(deal_, person.id)) {
        known = there->name;
    }
    const auto name = party.name.empty() ? party.address : party.name;
    if (known.empty() || !is_new("alike " + person.id.text + name)) return;
    note(source, {name + " is taken for " + known + ", by the mail address", {}, "If they are two people, add the other one by hand."});
}

void Planning::learn_names(std::span<const records::FileRecords> files) {
    for (const auto& file : files) {
        for (const auto& mail : file.mails) {
            us_.learn(mail.from);
            for (const auto* list : {&mail.to, &mail.copies}) {
                for (const auto& party : *list) {
                    us_.learn(party);
                }
            }
        }
        for (const auto& meeting : file.meetings) {
            if (meeting.organizer) us_.learn(*meeting.organizer);
            for (const auto& attendee : meeting.attendees) {
                us_.learn(attendee.who);
            }
        }
    }
}

bool Planning::is_of_their_company(std::string_view address) const {
    return !address.empty() && hosts_.contains(address.substr(address.rfind('@') + 1));
}

bool Planning::is_about_deal(std::span<const records::Party> parties) const {
    return std::ranges::any_of(parties, [&](const records::Party& party) {
        const auto found = known(party);
        return (found && !found->proposal) || is_of_their_company(party.address);
    });
}

std::optional<FoundPerson> Planning::known(const records::Party& party) const {
    bool unclear = false;
    if (auto found = by_address(party.address)) return found;
    return by_name(party.name, unclear);
}

std::optional<FoundPerson> Planning::person(const records::Party& party, const std::string& source, Date on) {
    if (auto found = by_address(party.address)) return found;
    if (us_.has(party) || is_machine(party.address)) return {};
    bool unclear = false;
    if (auto found = by_name(party.name, unclear)) {
        if (!party.address.empty()) add_facts(*found, party.address, {}, {}, source);
        return found;
    }
    if (unclear) return {};
    if (auto found = alike(party, source)) {
        if (!party.address.empty()) add_facts(*found, party.address, {}, {}, source);
        return found;
    }
    Stakeholder person;
    person.id = StakeholderId::make(random_);
    person.created = std::min(on, today_);
    person.name = name_of(party);
    person.contact = cut_to(party.address, Limits::short_text);
    if (person.name.empty()) return {};
    Proposal proposal;
    proposal.kind = ProposalKind::person;
    proposal.title = person.name + " joins the deal";
    proposal.detail = details_of(person);
    proposal.source = source;
    proposal.likely = !is_doubtful(party);
    FoundPerson found{person.id, {}};
    const auto name = matched_name(person.name);
    proposal.edits.emplace_back(edit::PutStakeholder{std::move(person)});
    found.proposal = add(std::move(proposal));
    if (!party.address.empty()) know_address(party.address, found);
    names_.emplace(name, found);
    return found;
}

void Planning::add_facts(const FoundPerson& person, std::string_view address, std::string_view phone, std::string_view title, const std::string& source) {
    if (!address.empty()) know_address(address, person);
    std::optional<std::uint32_t> place = person.proposal;
    if (!place) {
        if (const auto found = facts_.find(person.id.text); found != facts_.end()) place = found->second;
    }
    edit::PutStakeholder put;
    if (place) {
        put_in(result_.list[*place], put);
    } else if (const auto* there = find(deal_, person.id)) {
        put.stakeholder = *there;
    } else {
        return;
    }
    auto& stakeholder = put.stakeholder;
    const auto before = stakeholder;
    const bool has_address = !mail_addresses_in(stakeholder.contact).empty();
    if (!has_address) add_to_contact(stakeholder.contact, address);
    const bool has_number = std::ranges::any_of(stakeholder.contact, [](char c) { return c >= '0' && c <= '9'; }) && stakeholder.contact.find('+') != std::string::npos;
    if (!has_number && (person.proposal || before.contact.empty() || has_address)) add_to_contact(stakeholder.contact, phone);
    if (stakeholder.title.empty()) stakeholder.title = cut_to(title, Limits::short_text);
    if (stakeholder == before) return;
    const auto details = details_of(stakeholder);
    const auto name = stakeholder.name;
    if (place) {
        auto& proposal = result_.list[*place];
        proposal.detail = details;
        proposal.edits.assign(1, Edit(std::move(put)));
        return;
    }
    Proposal proposal;
    proposal.kind = ProposalKind::facts;
    proposal.title = (name.empty() ? "Somebody" : name) + ": what the deal does not have yet";
    proposal.detail = details;
    proposal.source = source;
    proposal.edits.emplace_back(std::move(put));
    facts_.emplace(person.id.text, add(std::move(proposal)));
}

const Interaction* Planning::entry_of(const std::string& source_key) const {
    if (source_key.empty()) return nullptr;
    if (const auto found = entries_.find(source_key); found != entries_.end()) return &found->second;
    const auto found = std::ranges::find(deal_.interactions, source_key, &Interaction::source);
    return found == deal_.interactions.end() ? nullptr : &*found;
}

Proposals Planning::take() {
    return std::move(result_);
}

std::vector<std::string> wording_notes(const Planning& planning, std::string_view text) {
    constexpr std::size_t most = 3;
    std::vector<std::string> notes;
    for (const auto& hit : check_wording(text, planning.words().wording)) {
        if (!is_hard_sell(hit.kind)) continue;
        if (notes.size() == most) break;
        notes.push_back("\u201c" + std::string(text.substr(hit.begin, hit.end - hit.begin)) + "\u201d: " + hit.why);
    }
    return notes;
}

std::string beginning_of(std::string_view text, std::size_t most_bytes) {
    text = trimmed(text);
    if (text.size() <= most_bytes) return std::string(text);
    auto cut = cut_to(text, most_bytes);
    if (const auto blank = cut.find_last_of(" \n"); blank != std::string_view::npos && blank > most_bytes / 2) cut = cut.substr(0, blank);
    return std::string(trimmed(cut)) + " \u2026";
}

}
