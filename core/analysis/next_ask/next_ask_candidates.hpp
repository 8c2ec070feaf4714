#pragma once

#include "core/analysis/next_ask/next_ask.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Something that could be done next, before it is ranked and put into words. The pointers are into the deal of the input.
struct AskCandidate {
    NextAction action = NextAction::ask;
    const Commitment* commitment = nullptr;
    const Concern* concern = nullptr;
    const OurPromise* promise = nullptr;
    const Interaction* interaction = nullptr; // answer: their message; prepare: what the step was planned in
    const Stakeholder* left = nullptr;        // find_sponsor, save: who left
    std::vector<StakeholderId> whom;
    AskClass order = AskClass::rest;
    int rank = 0;             // within its class, where that does not go by the score; lower comes first
    std::optional<Date> day;  // prepare: its day; plan_for_day: before which nothing happens
    bool against = false;     // hear: can stop it, and is against it
    bool asks_when = false;   // prepare: the decision falls on the buyer's own schedule: ask when
    bool decides = false;     // find_person: it is the decision maker who is missing
    bool second_hand = false; // hear: something is known of them, but nobody spoke with them
    bool one_of_many = false; // give_first, resolve_concern, keep_promise: an older one with the same person comes first
    bool on_the_way = false;  // of the commitment: it stands before the decision, or is it
    Date since;               // what it waits from
    int waited = 0;           // days since then, at least 0
    std::optional<Date> due;
    std::vector<Evidence> evidence;

    // What orders equals at last.
    std::string key() const;
};

inline constexpr double nothing_gained = 0.005; // of the chance of winning: where nothing gains more, the forecast tells nothing apart

// Everything that can be done for an open deal, in no particular order; nothing for a closed one.
std::vector<AskCandidate> candidates_of(const NextAskInput& input);

// What comes before asking (next_ask_answers.cpp, next_ask_course.cpp, next_ask_days.cpp).
void add_answers(const NextAskInput& input, std::vector<AskCandidate>& list); // after add_course: one message is answered once
void add_course(const NextAskInput& input, std::vector<AskCandidate>& list);
// next_ask_hearing.cpp; `nobody_can_give`: what waits for somebody who could give it, or null.
void add_people_to_hear(const NextAskInput& input, std::vector<AskCandidate>& list); // after everything that is about what people have against it
void add_person_to_find(const NextAskInput& input, std::vector<AskCandidate>& list, const Commitment* nobody_can_give);
void add_days(const NextAskInput& input, std::vector<AskCandidate>& list); // last: it marks what has a day soon

// Whether something about this person is among them that they asked for (answer).
bool is_owed_an_answer(const std::vector<AskCandidate>& list, const StakeholderId& id);

}
