#pragma once

#include "core/analysis/next_ask/next_ask_candidates.hpp"

#include <vector>

namespace middleground {

struct RankedAsk {
    AskCandidate candidate;
    double score = 0; // 0..100
};

// What the forecast says of it, or null.
const AskGain* forecast_gain(const NextAskInput& input, const AskCandidate& candidate);

// Best first: by class, then by what goes for the class (AskClass).
std::vector<RankedAsk> in_order(const NextAskInput& input, std::vector<AskCandidate> candidates);

}
