#pragma once

#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/phrases.hpp"

#include <string>

namespace middleground {

// Puts a candidate into words: title, why, offer, wording and what not to do. Each passes our own wording check, whatever people wrote in
// the deal: where their words do not, they are left out. `check` is of the input's table.
NextAsk in_words(const NextAskInput& input, const WordingCheck& check, const AskCandidate& candidate);

// The parts of it that have a file of their own: what to say, and why it is worth doing now.
std::string wording_for(const NextAskInput& input, const WordingCheck& check, const AskCandidate& candidate, Detail detail);
std::string why_of(const NextAskInput& input, const AskCandidate& candidate, Detail detail);

// The same of answer .. plan_for_day (next_ask_course_words.cpp).
std::string course_title(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice);
std::string course_why(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice);
std::string course_offer(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice);
std::string course_wording(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice);
std::string course_avoid(const NextAskInput& input, const AskCandidate& candidate, const Voice& voice);

// One sentence for a deal without anything to do next: what is missing, or what is left after it was closed.
std::string nothing_because(const NextAskInput& input, const WordingCheck& check);

}
