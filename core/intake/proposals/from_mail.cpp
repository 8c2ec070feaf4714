#include "core/base/sort_list.hpp"
#include "core/intake/proposals/planning.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t longest_beginning = 700; // bytes of a mail that its entry keeps

struct MailOf {
    const records::Mail* mail = nullptr;
    const std::string* source = nullptr;
};

// "Pricing\n\nHello Nora, ..."
std::string summary_of(const records::Mail& mail) {
    auto text = mail.subject;
    const auto beginning = beginning_of(mail.text, longest_beginning);
    if (!beginning.empty()) text += (text.empty() ? "" : "\n\n") + beginning;
    if (!mail.attachments.empty()) {
        constexpr std::size_t most = 10;
        auto names = mail.attachments;
        if (names.size() > most) names.resize(most);
        text += (text.empty() ? "" : "\n\n") + std::string("Attached: ") + joined(names);
    }
    return text;
}

bool has_subject(std::string_view summary, std::string_view subject) {
    const auto first = summary.substr(0, summary.find('\n'));
    return !subject.empty() && folded(trimmed(first)) == folded(trimmed(subject));
}

class MailProposals {
public:
    MailProposals(Planning& planning, std::span<const MailOf> all) : planning_(planning) {
        for (const auto& one : all) {
            if (!one.mail->subject.empty() && one.mail->on && !one.mail->automatic) by_subject_.emplace(folded(one.mail->subject), one.mail);
        }
    }

    void propose(const MailOf& one) {
        const auto& mail = *one.mail;
        const auto& source = *one.source;
        for (const auto& meeting : mail.meetings) {
            propose_meeting(planning_, meeting, source);
        }
        if (planning_.entry_of(mail.key)) {
            planning_.count_known();
            return;
        }
        // An invitation says nothing beside its meeting; an answer to one stands with the meeting.
        if (!mail.meetings.empty()) return;
        const auto name = mail.subject.empty() ? "A mail without a subject" : "\u201c" + mail.subject + "\u201d";
        if (mail.automatic) return planning_.note(source, {name + " was written by a program and left out", {}, {}});
        if (mail.draft) return planning_.note(source, {name + " was never sent and left out", {}, {}});
        put(mail, source, name);
    }

private:
    void put(const records::Mail& mail, const std::string& source, const std::string& name) {
        Proposal proposal;
        Interaction entry;
        entry.id = InteractionId::make(planning_.random());
        entry.created = planning_.today();
        entry.on = mail.on.value_or(planning_.today());
        if (!mail.on) proposal.notes.push_back("It does not say when it was written: today stands for it");
        if (entry.on > planning_.today()) {
            proposal.notes.push_back("It says that it was written on " + short_date(entry.on, planning_.today()) + ", which is to come: today stands for it");
            entry.on = planning_.today();
        }
        entry.kind = InteractionKind::email;
        const bool ours = is_ours(mail);
        entry.direction = ours ? Direction::outbound : Direction::inbound;
        entry.source = mail.key;
        entry.summary = summary_of(mail);
        std::vector<FoundPerson> people;
        std::optional<FoundPerson> sender;
        const auto add = [&](const records::Party& party) {
            const auto found = planning_.person(party, source, entry.on);
            if (!found || std::ranges::find(entry.people, found->id) != entry.people.end()) return;
            people.push_back(*found);
            entry.people.push_back(found->id);
            if (&party == &mail.from) sender = found;
        };
        if (!ours) add(mail.from);
        for (const auto* list : {&mail.to, &mail.copies}) {
            std::ranges::for_each(*list, add);
        }
        if (people.empty()) {
            return planning_.note(source, {name + " names nobody but you, or nobody who can be told", {}, "Give your own address if it is from somebody of theirs."});
        }
        const auto who = ours ? whom(mail) : mail.from.name.empty() ? mail.from.address : mail.from.name;
        proposal.kind = ProposalKind::entry;
        proposal.title = short_date(entry.on, planning_.today()) + (ours ? ": mail to " : ": mail from ") + who;
        proposal.detail = entry.summary;
        proposal.source = source;
        proposal.likely = std::ranges::any_of(people, [&](const FoundPerson& one) { return !planning_.is_doubtful(one); });
        if (ours) {
            const auto wording = wording_notes(planning_, mail.text);
            proposal.notes.insert(proposal.notes.end(), wording.begin(), wording.end());
            entry.answered = was_answered(mail, entry.people);
        }
        note_double(entry, proposal);
        auto edits = answered_by(mail, ours, sender);
        proposal.edits.emplace_back(edit::PutInteraction{entry, {}});
        proposal.edits.insert(proposal.edits.end(), edits.begin(), edits.end());
        const auto id = entry.id;
        const auto on = entry.on;
        planning_.remember(entry);
        const auto place = planning_.add(std::move(proposal));
        if (mail.forwarded) return; // whose words they are is not said
        propose_from_prose(planning_, {mail.text, ours, sender, people, id, place, on, source}, most_suggestions);
    }

    bool is_ours(const records::Mail& mail) const {
        if (planning_.us().has(mail.from)) return true;
        if (planning_.us().is_known() || planning_.known(mail.from)) return false;
        // Somebody who is not in the deal writes to somebody who is.
        return std::ranges::any_of(mail.to, [&](const records::Party& party) { return planning_.known(party).has_value(); });
    }

    std::string whom(const records::Mail& mail) const {
        std::vector<std::string> names;
        for (const auto& party : mail.to) {
            if (!planning_.us().has(party)) names.push_back(party.name.empty() ? party.address : party.name);
        }
        if (names.size() > 3) {
            const auto more = std::to_string(names.size() - 2) + " others";
            names.resize(2);
            names.push_back(more);
        }
        return names.empty() ? "colleagues" : joined(names);
    }

    // By one of those it went to, in these files.
    bool was_answered(const records::Mail& mail, const std::vector<StakeholderId>& people) const {
        const auto [begin, end] = by_subject_.equal_range(folded(mail.subject));
        return mail.on && std::any_of(begin, end, [&](const auto& other) {
            if (*other.second->on < *mail.on || planning_.us().has(other.second->from)) return false;
            const auto sender = planning_.known(other.second->from);
            return sender && std::ranges::find(people, sender->id) != people.end();
        });
    }

    // Ours that the deal has and that this one answers.
    std::vector<Edit> answered_by(const records::Mail& mail, bool ours, const std::optional<FoundPerson>& sender) const {
        std::vector<Edit> edits;
        if (ours || !sender || !mail.on) return edits;
        for (const auto& entry : planning_.deal().interactions) {
            if (entry.kind != InteractionKind::email || entry.direction != Direction::outbound || entry.answered || entry.on > *mail.on) continue;
            if (!has_subject(entry.summary, mail.subject) || std::ranges::find(entry.people, sender->id) == entry.people.end()) continue;
            auto answered = entry;
            answered.answered = true;
            edits.emplace_back(edit::PutInteraction{std::move(answered), {}});
        }
        return edits;
    }

    // What was typed by hand has no source.
    void note_double(const Interaction& entry, Proposal& proposal) const {
        for (const auto& other : planning_.deal().interactions) {
            if (!other.source.empty() || other.on != entry.on || other.kind != InteractionKind::email || other.direction != entry.direction) continue;
            const bool same_people = std::ranges::any_of(other.people, [&](const StakeholderId& id) { return std::ranges::find(entry.people, id) != entry.people.end(); });
            if (!same_people) continue;
            proposal.notes.push_back("The log has an entry of that day already: \u201c" + beginning_of(other.summary, 80) + "\u201d");
            return;
        }
    }

    Planning& planning_;
    std::multimap<std::string, const records::Mail*> by_subject_; // folded; those that could be an answer
};

}

void propose_mails(Planning& planning, std::span<const records::FileRecords> files) {
    std::vector<MailOf> mails;
    constexpr std::size_t most_mails = 200; // more are a whole mailbox
    for (const auto& file : files) {
        int others = 0;
        for (const auto& mail : file.mails) {
            auto parties = mail.to;
            parties.insert(parties.end(), mail.copies.begin(), mail.copies.end());
            parties.push_back(mail.from);
            if (file.mails.size() > most_mails && !planning.is_about_deal(parties)) ++others;
            else mails.push_back({&mail, &file.name});
        }
        if (others > 0) planning.note(file.name, {counted(others, "mail names", "mails name") + " nobody of this deal and no colleague of theirs", {}, {}});
    }
    sort_list(mails, {}, [](const MailOf& one) { return one.mail->on.value_or(Date::from_days(0x7fffffff)); });
    MailProposals proposals(planning, mails);
    for (const auto& one : mails) {
        proposals.propose(one);
    }
}

}
