#include "app/viewmodel/intake/intake_data.hpp"

#include "core/base/code_point.hpp"
#include "core/base/mail_address.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <span>

namespace middleground {

namespace {

struct Sort {
    std::string_view name;
    std::string_view hint;
    std::array<ProposalKind, 3> kinds;
};
using enum ProposalKind;
constexpr std::array<Sort, 6> sorts{{
    {"People", {}, {person, facts, facts}},
    {"Log", {}, {entry, entry, entry}},
    {"Meetings to come", {}, {planned, moved, cancelled}},
    {"Plan", {}, {commitment, due, due}},
    {"Questions and concerns", "Found by rules in what was written or said: look at each.", {question, concern, concern}},
    {"Asked, answered, promised", "Found by rules in what was written or said: look at each.", {ask, answer, promise}},
}};

int count_of(const Proposals& proposals, std::span<const ProposalKind> kinds) {
    return static_cast<int>(std::ranges::count_if(proposals.list, [&](const Proposal& one) { return std::ranges::find(kinds, one.kind) != kinds.end(); }));
}

// "a, b and c"
std::string enumerated(const std::vector<std::string>& parts) {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        words += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    }
    return words;
}

std::string name_of(const records::Party& party) {
    return party.name.empty() ? party.address : party.name;
}

std::string head_of(const records::Mail& mail, Date today) {
    std::string head = "From: " + name_of(mail.from);
    std::vector<std::string> to;
    for (const auto& party : mail.to) {
        to.push_back(name_of(party));
    }
    if (!to.empty()) head += "\nTo: " + joined(to);
    if (mail.on) head += "\nDate: " + short_date(*mail.on, today);
    if (!mail.subject.empty()) head += "\nSubject: " + mail.subject;
    return head;
}

bool only_one(const records::FileRecords& file) {
    return file.mails.size() + file.meetings.size() + file.contacts.size() + file.transcripts.size() + file.plans.size() == 1;
}

}

std::string intake_title(const IntakeSession& session) {
    const auto& proposals = *session.proposals();
    const auto files = " from " + counted(static_cast<int>(session.files().size()), "file", "files");
    if (proposals.list.empty()) return proposals.known > 0 ? "Nothing new: the deal has all of it already" : "Nothing of this is for the deal";
    std::vector<std::string> parts;
    const auto add = [&](std::initializer_list<ProposalKind> kinds, std::string_view one, std::string_view many) {
        const int count = count_of(proposals, {kinds.begin(), kinds.size()});
        if (count > 0) parts.push_back(counted(count, one, many));
    };
    add({person}, "person", "people");
    add({entry}, "log entry", "log entries");
    add({planned, moved, cancelled}, "meeting", "meetings");
    add({commitment, due}, "step", "steps");
    add({question}, "question", "questions");
    add({concern}, "concern", "concerns");
    add({promise}, "promise", "promises");
    add({ask, answer}, "ask or answer", "asks and answers");
    add({facts}, "detail", "details");
    return enumerated(parts) + files;
}

std::string intake_subtitle(const IntakeSession& session) {
    const auto& proposals = *session.proposals();
    if (proposals.list.empty()) {
        return proposals.known > 0 ? counted(proposals.known, "thing", "things") + " in " + counted(static_cast<int>(session.files().size()), "file", "files") + " were known again. Nothing is changed."
                                   : "Choose another deal, or look at the notes.";
    }
    const auto known = proposals.known > 0 ? " What the deal has already is left out (" + std::to_string(proposals.known) + ")." : std::string();
    return "Read on this device, by rules. Nothing is kept until you press the button, and one undo takes it all back." + known;
}

std::string intake_button(const IntakeSession& session) {
    const auto chosen = session.chosen().size();
    const auto all = session.proposals() ? session.proposals()->list.size() : 0;
    if (chosen == 0) return {};
    if (chosen == all) return all == 1 ? "Take it" : "Take all " + std::to_string(all);
    return "Take " + std::to_string(chosen) + " of " + std::to_string(all);
}

std::vector<IntakeGroup> intake_groups(const Proposals& proposals) {
    std::vector<IntakeGroup> groups;
    for (const auto& sort : sorts) {
        IntakeGroup group{sort.name, sort.hint, {}};
        for (std::uint32_t i = 0; i < proposals.list.size(); ++i) {
            if (std::ranges::find(sort.kinds, proposals.list[i].kind) != sort.kinds.end()) group.places.push_back(i);
        }
        if (!group.places.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

std::string records_words(const records::FileRecords& file, Date today) {
    if (only_one(file)) {
        if (!file.mails.empty()) {
            const auto& mail = file.mails.front();
            return "A mail from " + name_of(mail.from) + (mail.on ? ", " + short_date(*mail.on, today) : "");
        }
        if (!file.meetings.empty()) {
            const auto& meeting = file.meetings.front();
            return (meeting.cancelled ? "A cancelled meeting" : "A meeting") + std::string(" on ") + short_date(meeting.on, today);
        }
        if (!file.transcripts.empty()) {
            const auto& call = file.transcripts.front();
            const auto minutes = call.seconds >= 60 ? " of " + counted((call.seconds + 30) / 60, "minute", "minutes") : std::string();
            return "A call" + minutes + ", " + counted(static_cast<int>(call.speakers.size()), "person speaks", "people speak");
        }
    }
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) parts.push_back(counted(static_cast<int>(count), one, many));
    };
    add(file.mails.size(), "mail", "mails");
    add(file.meetings.size(), "meeting", "meetings");
    add(file.contacts.size(), "contact", "contacts");
    add(file.transcripts.size(), "call", "calls");
    std::size_t lines = 0;
    for (const auto& plan : file.plans) {
        lines += plan.lines.size();
    }
    add(lines, "step of a plan", "steps of a plan");
    return parts.empty() ? "Nothing that can be used" : enumerated(parts);
}

std::string text_in(const records::FileRecords& file, Date today, std::size_t most_bytes) {
    std::string text;
    const auto add = [&](const std::string& more) {
        if (text.size() < most_bytes) text += (text.empty() ? "" : "\n\n") + more;
    };
    for (const auto& mail : file.mails) {
        add(head_of(mail, today) + (mail.text.empty() ? "" : "\n\n" + mail.text));
    }
    for (const auto& call : file.transcripts) {
        for (const auto& said : call.said) {
            const auto place = static_cast<std::size_t>(said.speaker);
            const auto name = place < call.speakers.size() && !call.speakers[place].name.empty() ? call.speakers[place].name + ": " : std::string();
            add(name + said.text);
        }
    }
    if (text.size() <= most_bytes) return text;
    return std::string(cut_to(text, most_bytes)) + " \u2026";
}

std::vector<FoundWords> words_found(std::string_view text, const Proposals& proposals, std::string_view source) {
    std::vector<FoundWords> found;
    for (const auto& proposal : proposals.list) {
        if (proposal.source != source || proposal.words.empty()) continue;
        const auto at = text.find(proposal.words);
        if (at != std::string_view::npos) found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + proposal.words.size())});
    }
    sort_list(found, {}, &FoundWords::begin);
    std::uint32_t end = 0;
    std::erase_if(found, [&](const FoundWords& one) {
        if (one.begin < end) return true;
        end = one.end;
        return false;
    });
    return found;
}

std::vector<std::string> own_address_candidates(const IntakeSession& session, const Deal* deal) {
    constexpr std::size_t most = 4;
    std::map<std::string, int> counts;
    const auto count = [&](const records::Party& party) {
        if (!party.address.empty()) ++counts[party.address];
    };
    for (const auto& file : session.files()) {
        for (const auto& mail : file.mails) {
            count(mail.from);
            std::ranges::for_each(mail.to, count);
        }
        for (const auto& meeting : file.meetings) {
            if (meeting.organizer) count(*meeting.organizer);
            for (const auto& attendee : meeting.attendees) {
                count(attendee.who);
            }
        }
    }
    std::vector<std::string> addresses;
    for (const auto& [address, times] : counts) {
        const bool known = deal && std::ranges::any_of(deal->stakeholders, [&](const Stakeholder& person) { return share_mail_address(person.contact, address); });
        if (!known) addresses.push_back(address);
    }
    sort_list(addresses, std::ranges::greater(), [&](const std::string& address) { return counts[address]; });
    if (addresses.size() > most) addresses.resize(most);
    return addresses;
}

std::vector<std::string> intake_notes(const IntakeSession& session) {
    std::vector<std::string> notes;
    for (const auto& error : session.refused()) {
        notes.push_back((error.where.empty() ? "" : error.where + ": ") + Error{error.what, {}, error.remedy}.message());
    }
    if (!session.proposals()) return notes;
    for (const auto& note : session.proposals()->notes) {
        const auto& where = note.error.where;
        notes.push_back((note.source.empty() ? "" : note.source + ": ") + (where.empty() ? "" : where + ": ") + Error{note.error.what, {}, note.error.remedy}.message());
    }
    return notes;
}

}
