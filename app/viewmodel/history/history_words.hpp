#pragma once

#include "core/calibration/history_base.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a chance that a deal begins with is called, where it comes from, and what a history of closed deals says.

// "By the playbook", or "62 of 100, by your closed deals".
std::string base_chance_words(const Deal& deal);
// Of an own base: "365 closed deals, 45 % won: deals.csv. Client: Current; Competitors: No." Empty without one.
std::string base_origin_words(const Deal& deal);

// "365 closed deals, 45 % won", "1,800 of 100,000 rows were looked at"; how good it is; what was left out and why. One sentence each.
std::vector<std::string> history_facts(const HistoryModel& model, int sampled, const std::vector<std::string>& open);
// "Of deals like this one 62 of 100 were won, of all 45 of 100."
std::string like_this_words(const ExplainedBase& base, const HistoryModel& model);

}
