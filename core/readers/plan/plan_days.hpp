#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

// The days in an action plan.
namespace middleground::readers {

// How days of one plan are read, and what could not be.
struct PlanDays {
    Date today;
    std::optional<bool> day_first; // of "06/12/2026", where another day of the plan shows it; nothing: it could be two
    std::string unread;            // the last text that stood for a day and is none, or could be two
};
PlanDays plan_days(std::string_view plan, Date today);

// A day as people write it into plans, read as to come; of a month, a quarter, a week ("August 2026", "Q3", "KW 28") its last, as something is to be done by then. Nothing:
// none, or one that could be two.
std::optional<Date> plan_day(std::string_view text, const PlanDays& days);
// Whether a text stands for a day that cannot be told: "06/12/2026".
bool is_doubtful_day(std::string_view text, const PlanDays& days);
// Whether it says that there is none yet: "TBD", "-".
bool says_no_day_yet(std::string_view text);

// Takes a day off the end of a title, with what leads to it: "Sign contract, 31 July 2026", "Pilot by 14 July", "Demo: 14.07.2026", with `done` also "Demo, done 5 June". What is
// left is never empty. One that could be two is taken off as well, and is in `days.unread`.
std::optional<Date> take_last_day(std::string_view& title, PlanDays& days, bool done);

}
