#include "core/analysis/next_ask/next_ask.hpp"

#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/next_ask/next_ask_order.hpp"
#include "core/analysis/next_ask/next_ask_words.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace middleground {

namespace {

// "It would raise the chance of winning by 9 points, in about 2 weeks."
void add_gain_words(NextAsk& ask) {
    const auto points = std::lround(100 * ask.gain);
    if (points < 1) return;
    const auto weeks = std::max(1L, std::lround(ask.weeks));
    if (!ask.why.empty()) ask.why += ' ';
    ask.why += "It would raise the chance of winning by " + counted(static_cast<int>(points), "point", "points") + ", in about " +
               (weeks == 1 ? std::string("a week") : std::to_string(weeks) + " weeks") + '.';
}

}

std::string short_why(const NextAsk& ask) {
    // Names and quotations may have a full stop and a space inside; a sentence goes on with a capital letter.
    for (std::size_t at = ask.why.find(". "); at != std::string::npos; at = ask.why.find(". ", at + 1)) {
        const auto rest = std::string_view(ask.why).substr(at + 2);
        const bool capital = !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z';
        if (capital || rest.starts_with("\u201c")) return ask.why.substr(0, at + 1);
    }
    return ask.why;
}

NextAsks next_asks(const NextAskInput& input) {
    const bool decided = kept_decision(input.deal) != nullptr; // also by a step without a title: then nothing is asked for
    if (const auto named = decided ? std::nullopt : without_unnamed(input.deal)) {
        return next_asks({*named, input.playbook, input.consensus, input.balance, input.wording, input.today, input.gains});
    }
    const WordingCheck check(input.wording);
    NextAsks result;
    for (const auto& [candidate, score] : in_order(input, candidates_of(input))) {
        result.list.push_back(in_words(input, check, candidate));
        auto& ask = result.list.back();
        ask.score = score;
        if (const auto* gain = forecast_gain(input, candidate)) {
            ask.gain = gain->gain;
            ask.weeks = gain->weeks;
            add_gain_words(ask);
        }
    }
    if (result.list.empty()) {
        result.nothing_because = nothing_because(input, check);
    }
    return result;
}

}
