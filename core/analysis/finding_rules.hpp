#pragma once

#include "core/analysis/findings.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

struct FindingRule {
    std::string_view id;
    Severity severity;
    std::vector<Finding> (*find)(const FindingInput& input, const FindingRule& rule);
};

// The rules by theme, each in a file of its own.
std::span<const FindingRule> course_rules(); // findings_course.cpp: what has changed for the deal as a whole
std::span<const FindingRule> people_rules(); // findings_people.cpp
std::span<const FindingRule> plan_rules();   // findings_plan.cpp
std::span<const FindingRule> time_rules();   // findings_time.cpp
std::span<const FindingRule> value_rules();  // findings_value.cpp
std::span<const FindingRule> said_rules();   // findings_said.cpp

// Our defaults, not measured. A deal younger than `young_days` is not blamed for what cannot be expected of it yet.
inline constexpr int young_days = 14;
inline constexpr int grown_days = 21;

// Today and the next few days; and such a day as it is said: "19 Jun, in 3 days".
bool is_soon(const FindingInput& input, const std::optional<Date>& day);
std::string day_in_words(const FindingInput& input, Date day);

inline int age_of(const FindingInput& input) {
    return input.today - input.deal.opened;
}
Finding finding_of(const FindingRule& rule, std::vector<Subject> about, std::string what, std::string why, std::string remedy);

}
