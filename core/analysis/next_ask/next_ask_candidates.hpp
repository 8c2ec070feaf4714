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
    std::vector<StakeholderId> whom;
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

// Everything that can be done for an open deal, in no particular order; nothing for a closed one.
std::vector<AskCandidate> candidates_of(const NextAskInput& input);

}
