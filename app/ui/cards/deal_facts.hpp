#pragma once

#include "app/session/document.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "core/model/edit/edit.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the facts of a deal say and how they are changed, without drawing.

// The target in force, changed, as one more entry of its history: that is never rewritten.
Edit changed_target(const Deal& deal, Date today, const std::function<void(TargetEvent&)>& change);
// "Wants it by 31 Aug: peak season", "We aim at 31 Aug", "The target 31 Aug has passed".
std::string target_words(const Deal& deal, const TargetEvent& target, Date today);
bool target_has_passed(const Deal& deal, Date today);
// "First wanted 15 Aug, moved 5 May"; empty where the day never moved.
std::string first_target_words(const Deal& deal, Date today);
// Each entry, the newest first: "5 May: 31 Aug, their event: peak season".
std::vector<std::string> target_history(const Deal& deal, Date today);

// Until the first thing that happened, which is named where a later day is refused. `what` holds the words.
DateFieldOptions opened_options(const Deal& deal, Date today, std::string& what);
// "9 weeks ago", "in 11 weeks", in days when it is less than two weeks.
std::string distance_words(Date date, Date today);

// The names of the deal's own tags, then those of other deals that it does not have, in order.
std::vector<std::string> known_tags(const Document& document, const Deal& deal);
// The same of people.
std::vector<std::string> known_person_tags(const Document& document, const Stakeholder& person);
// "rail, tender"
std::string joined_tags(const std::vector<Tag>& tags);
// Without those that differ in case only, and without blanks around.
std::vector<Tag> with_tag(std::vector<Tag> tags, std::string_view name);

// "HubSpot", "another program".
std::string origin_words(const DealOrigin& origin);

// Opens the panel, or on a phone the sheet, with the focus in the field of that label; with an empty one at its beginning.
void open_details(const Context& context, std::string_view field);

}
