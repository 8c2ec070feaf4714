#pragma once

#include "core/model/buyer_plan.hpp"
#include "core/report/paper.hpp"

#include <string>

namespace middleground {

inline constexpr const char* plan_heading = "Our plan for a good decision";

// What the plan says, in the same words on the screen, on paper and in a calendar. Empty where there is nothing to say.
std::string state_words(const PlanStep& step);                        // "Agreed on 3 Jun 2026, due 30 Jun 2026"
std::string owner_words(const BuyerPlan& plan, const PlanStep& step); // "Petra Vogel with Nora Lind"
std::string step_words(const BuyerPlan& plan, const PlanStep& step);  // "Explore: Petra Vogel with Nora Lind", as far as it is known
std::string made_words(const BuyerPlan& plan);                        // "Made by Nora Lind on 24 Nov 2026"
std::string progress_words(const BuyerPlan& plan);                    // "2 of 10 steps done"
std::string event_words(const BuyerPlan& plan);                       // "In time for: peak season, 1 Oct 2026"
std::string part_of(const PlanPerson& person);                        // "Head of operations, Operations"
// What will have happened: the buyer's words for the step, where "Explore" would be ours. Never empty.
std::string heading_words(const PlanStep& step);
std::string full_date(Date date); // with the year, as it may be read much later

Paper plan_paper(const BuyerPlan& plan);

}
