#pragma once

#include "core/model/deal.hpp"

#include <string>
#include <string_view>

namespace middleground {

// Whether two people are called the same; neither case nor blanks make a difference. Nobody shares the name of somebody without one.
bool is_same_name(std::string_view a, std::string_view b);

// The name of a person of the deal as it stands in lists and sentences; empty when it has none. Where somebody else has the same name it
// says which of them: "Anna Berg (Finance)", by the first of these that no namesake shares: function, title, contact; else by the place in
// the list, "Anna Berg (2)". Not for words that are said to the person.
std::string distinct_name(const Deal& deal, const Stakeholder& person);

}
