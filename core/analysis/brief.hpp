#pragma once

#include "core/analysis/next_ask.hpp"

#include <string>
#include <vector>

namespace middleground {

struct BriefPerson {
    StakeholderId id;
    std::string name;
    std::string part;                  // "Chief financial officer, finance, decision maker"
    std::string problem;               // may be empty
    std::string needed_outcome;        // may be empty
    std::string stance;                // "Supportive since 4 Jun"
    std::string last_said;             // summary of the last interaction with this person, with its day; may be empty
    std::vector<std::string> concerns; // not resolved ones
};

// One page for a meeting: who comes, what is open on both sides, what to ask and offer.
struct Brief {
    std::string title; // "Next meeting with Sofia and Jan", "Workshop on 12 Jun"
    std::string deal;  // "Acme / Pilot"
    std::vector<BriefPerson> people;
    std::vector<std::string> our_promises;   // open ones of ours, with the day
    std::vector<std::string> their_promises; // agreed commitments that are not kept, with owner and day
    std::vector<NextAsk> asks;               // at most three, of those people first
    std::vector<std::string> avoid;          // what not to do
};

// For the interaction with that id; empty: for the next meeting, whose people are those of the best asks (or of the next dated step).
// An unknown id counts as empty.
Brief brief_of(const NextAskInput& input, const NextAsks& asks, const InteractionId& interaction);

// The page as CommonMark; what people wrote is escaped, so that it stays text.
std::string brief_markdown(const Brief& brief);

}
