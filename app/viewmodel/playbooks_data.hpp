#pragma once

#include "core/model/playbook.hpp"

#include <optional>
#include <string>

namespace middleground {

// A step of a playbook in words.

// "Usually kept 8 in 10 times".
std::string odds_words(const PlaybookStep& step);
// "Usually 7 days, between 3 and 21".
std::string days_words(const PlaybookStep& step);
// "Operations, Executive; Influencer, Decision maker"; empty when nobody is named.
std::string needs_words(const PlaybookStep& step);
// "Time and Explore" by title; "Nothing, it can come first" without any.
std::string after_words(const Playbook& playbook, const PlaybookStep& step);
// "Fresh deals of this kind: about 28 of 100 won." with where the base rate comes from. `won` of 1; nothing when it cannot be said.
std::string base_words(const Playbook& playbook, std::optional<double> won);
// "10 steps, usually 7 people, a conversation every 14 days".
std::string playbook_words(const Playbook& playbook);

}
