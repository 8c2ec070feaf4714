#pragma once

#include "core/analysis/brief_subject.hpp"
#include "core/analysis/next_ask/next_ask.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

struct BriefConcern {
    std::string_view kind; // "Concern", "Question"
    std::string words;
};

struct BriefPerson {
    StakeholderId id;
    std::string name;
    std::string part;                  // "Chief financial officer, finance, decision maker"
    std::string problem;               // may be empty
    std::string needed_outcome;        // may be empty
    std::string stance;                // "Supportive since 4 Jun"
    std::string last_said;             // summary of the last interaction with this person, with its day; may be empty
    std::vector<BriefConcern> concerns; // not resolved ones
};

// One page for a meeting: who comes, what is open on both sides, what to ask and offer.
struct Brief {
    std::string title; // "Next meeting with Sofia and Jan", "Workshop on 12 Jun"
    std::string deal;  // "Acme / Pilot"
    std::vector<BriefPerson> people;
    std::vector<std::string> our_promises;   // open ones of ours, with the day
    std::vector<std::string> their_promises; // agreed commitments that are not kept, with owner and day
    std::vector<NextAsk> asks;               // at most three, only of those people
    std::string also_open;                   // "Also open with others: Ask Priya Nair for “Review”." in one line; may be empty
    std::vector<std::string> avoid;          // what not to do
};

// The next meeting is with the people of the first ask (or of the next dated step); there an ask of nobody in particular counts as theirs,
// so that the first one is the deal's first. A subject that the deal does not have counts as the next meeting.
Brief brief_of(const NextAskInput& input, const NextAsks& asks, const BriefSubject& subject = {});

// The page as CommonMark; what people wrote is escaped, so that it stays text.
std::string brief_markdown(const Brief& brief);

// What an ask offers, after the word "Offer:": without saying it again.
std::string offered_words(const NextAsk& ask);

}
