#include "core/intake/proposals/planning.hpp"

#include "core/analysis/wording.hpp"
#include "core/base/code_point.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/text.hpp"
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
            addresses_.emplace(address, FoundPerson{person.id, {}});
            const auto host = address.substr(address.rfind('@') + 1);
            if (!is_public_host(host) && !us_.has_address(address)) hosts_.insert(host);
        }
        if (!trimmed(person.name).empty()) names_.emplace(folded(trimmed(person.name)), FoundPerson{person.id, {}});
    }
}

std::uint32_t Planning::add(Proposal proposal) {
    result_.list.push_back(std::move(proposal));
    return static_cast<std::uint32_t>(result_.list.size() - 1);
}

std::optional<FoundPerson> Planning::by_address(std::string_view address) const {
    const auto found = addresses_.find(address);
    return address.empty() || found == addresses_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<FoundPerson> Planning::by_name(std::string_view name, bool& unclear) const {
    if (trimmed(name).empty()) return {};
    const auto [begin, end] = names_.equal_range(folded(trimmed(name)));
    if (begin == end) return {};
    unclear = std::next(begin) != end;
    return unclear ? std::nullopt : std::optional(begin->second);
}

std::optional<FoundPerson> Planning::by_first_name(std::string_view name) const {
    const auto wanted = folded(trimmed(name)) + ' ';
    std::optional<FoundPerson> found;
    for (auto at = names_.lower_bound(wanted); at != names_.end() && at->first.starts_with(wanted); ++at) {
        if (found && found->id != at->second.id) return {};
        found = at->second;
    }
    return found;
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
    FoundPerson found{person.id, {}};
    const auto name = folded(trimmed(person.name));
    proposal.edits.emplace_back(edit::PutStakeholder{std::move(person)});
    found.proposal = add(std::move(proposal));
    if (!party.address.empty()) addresses_.emplace(party.address, found);
    names_.emplace(name, found);
    return found;
}

void Planning::add_facts(const FoundPerson& person, std::string_view address, std::string_view phone, std::string_view title, const std::string& source) {
    if (!address.empty()) addresses_.emplace(address, person);
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

Proposals propose(std::span<const records::FileRecords> files, const Deal& deal, const OurSide& us, const ProposalWords& words, Date today, std::uint64_t seed) {
    auto side = us;
    std::optional<Error> guess;
    if (side.addresses.empty()) {
        if (const auto own = own_address(files, deal)) {
            side.addresses.push_back(*own);
            guess = Error{"You are taken for " + *own, {}, "Give your own address where that is wrong."};
        }
    }
    const bool has_mail = std::ranges::any_of(files, [](const records::FileRecords& file) { return !file.mails.empty(); });
    if (side.addresses.empty() && has_mail) {
        guess = Error{"It is not known which address is yours, so you may be among those who join the deal", {}, "Give your own address."};
    }
    Planning planning(deal, side, words, today, seed);
    planning.learn_names(files);
    if (guess) planning.note({}, *guess);
    for (const auto& file : files) {
        for (const auto& left : file.left_out) {
            planning.note(file.name, {left.what, left.where, left.remedy});
        }
        if (const int more = file.left_out_count - static_cast<int>(file.left_out.size()); more > 0) {
            planning.note(file.name, {"And " + std::to_string(more) + " more were left out", {}, {}});
        }
    }
    for (const auto& file : files) {
        propose_contacts(planning, file);
    }
    propose_mails(planning, files);
    for (const auto& file : files) {
        propose_meetings(planning, file);
        for (const auto& transcript : file.transcripts) {
            propose_transcript(planning, transcript, file.name);
        }
        for (const auto& plan : file.plans) {
            propose_plan(planning, plan, file.name);
        }
    }
    return planning.take();
}

}
