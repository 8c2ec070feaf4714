#pragma once

#include "app/context.hpp"

#include <string>

namespace middleground {

// The largest thing on Deal: what is ready to be asked for or pursued now, one at a time.
void draw_ask_card(const Context& context, float width);

// What an ask card says about one commitment; the words come from the deal and its playbook.
struct AskWords {
    std::string headline; // "Ask Elena Brandt for Build consensus"
    std::string why;      // why it helps the buyer
    std::string offer;    // what the seller gives for it
    std::string wording;  // what to say
    std::string button;   // the move that comes next: "Mark as asked"
    CommitmentEventKind move = CommitmentEventKind::asked;
    StakeholderId person; // whom; may be empty
};
AskWords ask_words(const Context& context, const PlanItem& item);

}
