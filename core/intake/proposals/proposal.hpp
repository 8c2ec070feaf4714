#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/words/log_words.hpp"
#include "core/model/words/wording_table.hpp"
#include "core/records/records.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// What a proposal is about.
enum class ProposalKind : std::uint8_t {
    person,     // somebody who is not in the deal
    facts,      // what is missing of somebody who is: address, title
    entry,      // something that happened, for the log
    planned,    // a meeting to come
    moved,      // a meeting that is in the deal has another day or title
    cancelled,  // one that is in the deal will not be
    commitment, // a step of a plan
    due,        // a step that is in the deal has another day
    ask,        // read from prose, as the next four: never done without being chosen
    answer,
    promise,
    concern,
    question
};
// Whether a person wrote it into a text, so that it may be meant otherwise.
constexpr bool is_read_from_prose(ProposalKind kind) {
    return kind >= ProposalKind::ask;
}

// One change that somebody may take or leave.
struct Proposal {
    ProposalKind kind = ProposalKind::entry;
    std::string title;  // "Dana Ortiz joins the deal": what it does
    std::string detail; // more of it, may be empty: an address, the beginning of a text
    std::string words;  // those that it was read from, as they stand there; empty: no prose
    std::string source; // the file
    std::vector<std::string> notes;  // to know before it is taken: "Two phrases in it press"
    std::vector<std::uint32_t> needs; // places of earlier proposals that are taken with it
    std::vector<Edit> edits; // in order; `take` fits them to what is there by then
    bool likely = true;      // false: "all" leaves it out, as nothing says that the deal needs it
};

// Something that came in and became no proposal.
struct ProposalNote {
    std::string source;
    Error error; // `where` within the source
};

struct Proposals {
    std::vector<Proposal> list; // each behind what it needs; what was read from prose behind its entry
    std::vector<ProposalNote> notes;
    int known = 0; // mails, meetings, people, steps that the deal has already

    // Those that "all" takes.
    std::vector<std::uint32_t> likely() const;
};

// Who the seller is: whose mails are ours.
struct OurSide {
    std::string name;                   // of the seller; the deal's is used as well
    std::vector<std::string> addresses; // in lower case; everybody of their hosts is ours, but for hosts that anybody has an address of

    bool operator==(const OurSide&) const = default;
};

// Words that texts are read by.
struct ProposalWords {
    const LogWords& log;
    const WordingTable& wording; // for what we wrote, and for asking for the decision
};

// What files would change in a deal; nothing is changed. What is there already proposes nothing: mails, meetings and recordings are known again by
// Interaction::source, people by address and then by name, steps by title. The same files, deal, day and seed give the same proposals.
// Where nobody says who the seller is (`us` without addresses), the address that all mails have in common and the deal's people have not is
// taken, and said in the notes.
Proposals propose(std::span<const records::FileRecords> files, const Deal& deal, const OurSide& us, const ProposalWords& words, Date today,
                  std::uint64_t seed);

// The deal with some of them.
struct TakenProposals {
    Deal deal;
    std::vector<Edit> edits;       // all that was applied, in order: for one step of undo
    std::vector<std::uint32_t> taken; // places, those that others needed too
    std::vector<ProposalNote> refused; // with the proposal's title as `where`: what the deal does not allow
};
// `chosen`: places in the list, in any order. References to what was not taken are left out: an entry names only people who are in the deal by then. A deal
// that was opened later begins on the earliest day of what is taken.
TakenProposals take(const Deal& deal, const Proposals& proposals, std::span<const std::uint32_t> chosen, Date today);

}
