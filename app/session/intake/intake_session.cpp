#include "app/session/intake/intake_session.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/intake/proposals/our_side.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace middleground {

namespace {

// The words in an edit that a person may want otherwise; null: it has none.
struct OwnWords {
    std::string* operator()(edit::PutInteraction& put) const { return &put.interaction.summary; }
    std::string* operator()(edit::PutStakeholder& put) const { return &put.stakeholder.name; }
    std::string* operator()(edit::PutCommitment& put) const { return &put.commitment.title; }
    std::string* operator()(edit::PutConcern& put) const { return &put.concern.text; }
    std::string* operator()(edit::PutPromise& put) const { return &put.promise.what; }
    template <typename Other>
    std::string* operator()(Other&) const {
        return nullptr;
    }
};

bool has_own_words(ProposalKind kind) {
    using enum ProposalKind;
    return kind == person || kind == entry || kind == commitment || kind == promise || kind == concern || kind == question;
}

// Of the edits that a proposal has, those of the first that has any; nothing: none has.
std::optional<std::string> own_words(const Proposal& proposal) {
    if (!has_own_words(proposal.kind)) return {};
    for (const auto& edit : proposal.edits) {
        auto any = edit.any();
        if (const auto* words = std::visit(OwnWords(), any)) return *words;
    }
    return {};
}

// The first edit that `change` says it has changed.
void change_first(Proposal& proposal, const auto& change) {
    for (auto& edit : proposal.edits) {
        auto any = edit.any();
        if (!std::visit(change, any)) continue;
        edit = std::visit([](auto& one) { return Edit(std::move(one)); }, any);
        return;
    }
}

void set_own_words(Proposal& proposal, const std::string& text) {
    change_first(proposal, [&](auto& edit) {
        auto* words = OwnWords()(edit);
        if (words) *words = text;
        return words != nullptr;
    });
}

// The day of what it is about; nothing: it has none.
std::optional<std::optional<Date>> own_day(const Proposal& proposal) {
    for (const auto& edit : proposal.edits) {
        if (const auto* put = std::get_if<edit::PutInteraction>(&edit.any()); put && proposal.kind == ProposalKind::entry) return std::optional(put->interaction.on);
        if (const auto* put = std::get_if<edit::PutPromise>(&edit.any())) return put->promise.due;
    }
    return {};
}

struct SetOwnDay {
    std::optional<Date> day;

    bool operator()(edit::PutInteraction& put) const {
        if (day) put.interaction.on = *day;
        return true;
    }
    bool operator()(edit::PutPromise& put) const {
        put.promise.due = day;
        return true;
    }
    template <typename Other>
    bool operator()(Other&) const {
        return false;
    }
};

void each_party(const records::FileRecords& file, const auto& visit) {
    const auto each_meeting = [&](const std::vector<records::Meeting>& meetings) {
        for (const auto& meeting : meetings) {
            if (meeting.organizer) visit(*meeting.organizer);
            for (const auto& attendee : meeting.attendees) {
                visit(attendee.who);
            }
        }
    };
    for (const auto& mail : file.mails) {
        visit(mail.from);
        std::ranges::for_each(mail.to, visit);
        std::ranges::for_each(mail.copies, visit);
        each_meeting(mail.meetings);
    }
    each_meeting(file.meetings);
}

// The most frequent one; of several the first in the alphabet.
std::string most_frequent(const std::map<std::string, int>& counts) {
    const auto found = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
    return found == counts.end() ? std::string() : found->first;
}

std::string host_of(const std::string& address) {
    const auto at = address.rfind('@');
    return at == std::string::npos ? std::string() : address.substr(at + 1);
}

}

bool has_records(const records::FileRecords& file) {
    return !(file.mails.empty() && file.meetings.empty() && file.contacts.empty() && file.transcripts.empty() && file.plans.empty());
}

std::vector<std::string> addresses_in(std::span<const records::FileRecords> files) {
    std::set<std::string> addresses;
    for (const auto& file : files) {
        each_party(file, [&](const records::Party& party) {
            if (!party.address.empty()) addresses.insert(party.address);
        });
        for (const auto& contact : file.contacts) {
            addresses.insert(contact.addresses.begin(), contact.addresses.end());
        }
    }
    return {addresses.begin(), addresses.end()};
}

std::string company_in(std::span<const records::FileRecords> files, const OurSide& us) {
    const OurPeople ours(us, {});
    std::map<std::string, int> companies;
    std::map<std::string, int> hosts;
    for (const auto& file : files) {
        for (const auto& contact : file.contacts) {
            const bool own = std::ranges::any_of(contact.addresses, [&](const std::string& address) { return ours.has_address(address); });
            if (!contact.company.empty() && !own) ++companies[contact.company];
        }
        each_party(file, [&](const records::Party& party) {
            const auto host = host_of(party.address);
            if (!host.empty() && !ours.has(party) && !is_public_host(host)) ++hosts[host];
        });
    }
    if (!companies.empty() && hosts.empty()) return most_frequent(companies);
    const auto host = most_frequent(hosts);
    for (const auto& file : files) {
        for (const auto& contact : file.contacts) {
            const bool of_host = std::ranges::any_of(contact.addresses, [&](const std::string& address) { return host_of(address) == host; });
            if (of_host && !contact.company.empty()) return contact.company;
        }
    }
    // What stands before the last dot, of "mail.brightwater.example", too; of "acme.co.uk" it is the longest.
    std::string best;
    for (std::string_view rest = host; rest.find('.') != std::string_view::npos; rest.remove_prefix(rest.find('.') + 1)) {
        const auto label = rest.substr(0, rest.find('.'));
        if (label.size() >= best.size()) best = label;
    }
    return capitalised(best);
}

void IntakeSession::add(records::FileRecords file) {
    if (std::ranges::find(files_, file) != files_.end()) return;
    files_.push_back(std::move(file));
    ++files_revision_;
}

void IntakeSession::refuse(Error error) {
    if (std::ranges::find(refused_, error) == refused_.end()) refused_.push_back(std::move(error));
}

std::optional<records::FileRecords> IntakeSession::remove(int file) {
    if (file < 0 || static_cast<std::size_t>(file) >= files_.size()) return {};
    auto removed = std::move(files_[static_cast<std::size_t>(file)]);
    files_.erase(files_.begin() + file);
    ++files_revision_;
    return removed;
}

void IntakeSession::choose(DealId deal) {
    deal_ = std::move(deal);
    said_ = true;
}

void IntakeSession::guess(DealId deal) {
    if (!said_) deal_ = std::move(deal);
}

void IntakeSession::name_fresh(std::string account) {
    fresh_.account = fresh_.title = std::move(account);
    named_ = true;
}

void IntakeSession::plan(const Deal* deal, std::uint64_t revision, const OurSide& us, const ProposalWords& words, Date today) {
    For now{files_revision_, deal ? deal->id : DealId(), deal ? revision : 0, us, today};
    if (proposals_ && now == for_) return;
    for_ = std::move(now);
    if (!deal && !named_) {
        auto side = us;
        if (side.addresses.empty()) {
            if (const auto own = own_address(files_, fresh_)) side.addresses.push_back(*own);
        }
        fresh_.account = fresh_.title = company_in(files_, side);
    }
    proposals_ = propose(files_, deal ? *deal : fresh_, us, words, today, seed_);
}

std::string IntakeSession::key_of(std::uint32_t place) const {
    const auto& proposal = proposals_->list[place];
    return std::to_string(static_cast<int>(proposal.kind)) + '\n' + proposal.source + '\n' + proposal.title + '\n' + proposal.words;
}

bool IntakeSession::is_chosen(std::uint32_t place) const {
    if (!proposals_ || place >= proposals_->list.size()) return false;
    const auto found = choices_.find(key_of(place));
    return found == choices_.end() ? proposals_->list[place].likely : found->second;
}

std::vector<std::uint32_t> IntakeSession::chosen() const {
    std::vector<std::uint32_t> places;
    const auto count = proposals_ ? static_cast<std::uint32_t>(proposals_->list.size()) : 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (is_chosen(i)) places.push_back(i);
    }
    return places;
}

void IntakeSession::choose(std::span<const std::uint32_t> places, bool chosen) {
    if (!proposals_) return;
    const auto& list = proposals_->list;
    std::vector<bool> changes(list.size());
    for (const auto place : places) {
        if (place < list.size()) changes[place] = true;
    }
    // Each stands behind what it needs.
    if (chosen) {
        for (std::size_t i = list.size(); i-- > 0;) {
            if (!changes[i]) continue;
            for (const auto needed : list[i].needs) {
                if (needed < changes.size()) changes[needed] = true;
            }
        }
    } else {
        for (std::size_t i = 0; i < list.size(); ++i) {
            changes[i] = changes[i] || std::ranges::any_of(list[i].needs, [&](std::uint32_t needed) { return needed < changes.size() && changes[needed]; });
        }
    }
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        if (changes[i]) choices_[key_of(i)] = chosen;
    }
}

std::optional<std::string> IntakeSession::text_of(std::uint32_t place) const {
    if (!proposals_ || place >= proposals_->list.size()) return {};
    if (const auto found = texts_.find(key_of(place)); found != texts_.end()) return found->second;
    return own_words(proposals_->list[place]);
}

void IntakeSession::set_text(std::uint32_t place, std::string text) {
    if (proposals_ && place < proposals_->list.size()) texts_[key_of(place)] = std::move(text);
}

std::optional<std::optional<Date>> IntakeSession::day_of(std::uint32_t place) const {
    if (!proposals_ || place >= proposals_->list.size()) return {};
    const auto own = own_day(proposals_->list[place]);
    const auto found = days_.find(key_of(place));
    return own && found != days_.end() ? std::optional(found->second) : own;
}

void IntakeSession::set_day(std::uint32_t place, std::optional<Date> day) {
    if (proposals_ && place < proposals_->list.size()) days_[key_of(place)] = day;
}

Proposals IntakeSession::worded() const {
    if (!proposals_) return {};
    auto worded = *proposals_;
    for (std::uint32_t i = 0; i < worded.list.size(); ++i) {
        const auto key = key_of(i);
        if (const auto found = texts_.find(key); found != texts_.end() && own_words(worded.list[i])) set_own_words(worded.list[i], found->second);
        if (const auto found = days_.find(key); found != days_.end() && own_day(worded.list[i])) change_first(worded.list[i], SetOwnDay{found->second});
    }
    return worded;
}

}
