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
    hear,            // somebody who was never heard, or who can stop it and is against it
    find_person,     // a seat that nobody was named for, or no decision maker
    answer,          // what they asked for, want to know or wrote, and nobody has answered
    prepare,         // a planned step, a deadline or a day of theirs that is near
    ask_if_wanted,   // nothing has come from them for long: is it still wanted?
    find_sponsor,    // who carried or decided it has left: who does now?
    save,            // what somebody who left was to bring about
    plan_for_day     // nothing happens before a day that they named: what has to be in the plan for it
};

// What comes before what, whatever it gains; in this order. Within a class, `answer` to `soon` go by what they are and by their days, the
// last two by their score.
enum class AskClass : std::uint8_t {
    answer,     // what they asked for, want to know or wrote
    promise,    // a promise of ours that is overdue or due today
    course,     // what has changed for the deal as a whole: a sponsor left, they have gone quiet, "not before October"
    soon,       // what has a day within soon_days
    in_the_way, // who can stop it has a concern or is against it, or nobody is known who decides
    rest
};
inline constexpr int soon_days = 4;

// One thing to do next. Every text is a whole sentence or more, in plain words, and passes our own wording check.
struct NextAsk {
    NextAction action = NextAction::ask;
    AskClass order = AskClass::rest;
    CommitmentId commitment;         // for ask .. get_kept and save; may be empty for the others
    ConcernId concern;               // resolve_concern, answer (a question)
    PromiseId promise;               // keep_promise
    InteractionId interaction;       // answer: their message; prepare: what it was planned in; may be empty
    std::optional<Date> day;         // prepare: its day; plan_for_day: before which nothing happens
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
    double gain = 0;   // of the chance of winning, 0..1; where none of them gains anything, the ranking is as without a forecast
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

// By class; of those that go by their score, scores within one point are a tie, broken by the due date, then by how long it waits, then by id.
// Nobody who has left is ever among `whom`, and the decision is asked only of those who can make it.
NextAsks next_asks(const NextAskInput& input);

}
