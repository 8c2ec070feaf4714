#pragma once

#include "core/analysis/balance.hpp"
#include "core/analysis/consensus.hpp"
#include "core/analysis/subject.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

enum class NextAction : std::uint8_t {
    ask,             // a ready commitment that was not asked for
    ask_again,       // declined or broken, and something was given or resolved since
    follow_up,       // asked, not answered
    get_kept,        // agreed, not kept
    give_first,      // push is high with this person: give before asking
    resolve_concern, // an open concern
    keep_promise,    // ours, overdue
    hear,            // somebody who was never heard
    find_person      // a seat that nobody was named for, or no decision maker
};

// One thing to do next. Every text is a whole sentence or more, in plain words, and passes our own wording check.
struct NextAsk {
    NextAction action = NextAction::ask;
    CommitmentId commitment;         // for ask .. get_kept; may be empty for the others
    ConcernId concern;               // resolve_concern
    PromiseId promise;               // keep_promise
    std::vector<StakeholderId> whom; // may be empty: nobody is known yet
    std::string title;               // "Ask Sofia for the review" - a heading of at most some ten words
    std::string why;                 // the numbers in words: "It has been ready for 12 days. ..."
    std::string offer;               // what to give for it: their needed outcome first; may be empty only when nothing is known to offer
    std::string wording;             // what to say; empty for keep_promise
    std::string avoid;               // what not to do
    double score = 0;                // readiness, gain and waiting time, less the push it would add; 0..100
    double gain = 0;                 // of the chance of winning, 0..1, if it is done; 0 without a forecast
    double weeks = 0;                // until then
    std::vector<Evidence> evidence;
};

// What the forecast says of doing one thing: plain values, so that the analysis knows nothing of how they come about.
struct AskGain {
    std::string about; // the id of the commitment, the concern or the person; "seat" for somebody to be named
    double gain = 0;   // of the chance of winning, 0..1
    double chance = 1; // that it happens when it is tried
    double weeks = 1;

    bool operator==(const AskGain&) const = default;
};
inline constexpr std::string_view gain_of_naming = "seat";

// What a ranking may look at. All references outlive the call.
struct NextAskInput {
    const Deal& deal;
    const Playbook* playbook; // may be null
    const Consensus& consensus;
    const Balance& balance;
    const WordingTable& wording;
    Date today;
    std::span<const AskGain> gains = {}; // of a forecast; without one the consensus says what is gained
};

// The first sentence of why: "It has been ready for 12 days."
std::string short_why(const NextAsk& ask);

struct NextAsks {
    std::vector<NextAsk> list;   // best first; the first three are for showing
    std::string nothing_because; // when the list is empty: what is missing, or what is left after the deal was won or lost
};

// Scores within one point are a tie, broken by the due date, then by how long it waits, then by id.
NextAsks next_asks(const NextAskInput& input);

}
