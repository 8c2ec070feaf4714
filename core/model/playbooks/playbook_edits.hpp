#pragma once

#include "core/base/error.hpp"
#include "core/model/playbook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

inline constexpr int most_editions = 1000000;

// What may be done to a playbook of one's own. Each gives the changed playbook, which is valid when it was valid before, or one error in words;
// none counts the edition up.

// With the decision as its only step.
Playbook new_playbook(std::string id, std::string title);
// All of another one, as one of one's own.
Playbook copied_playbook(const Playbook& of, std::string id, std::string title);

// Behind that step: what waited for it then waits for the new one. Behind the decision there is nothing: then right before it. Of an unknown
// step, too.
Result<Playbook> with_new_step(Playbook playbook, std::string_view behind, std::string title);
// What waited for it then waits for what it waited for. The decision stays.
Result<Playbook> without_step(Playbook playbook, std::string_view step);
// `to` is the new index in the list, 0-based.
Result<Playbook> with_step_moved(Playbook playbook, std::string_view step, int to);
// Replaces the step of that id; the decision is another one's then, if it is this one's now.
Result<Playbook> with_step(Playbook playbook, PlaybookStep step);
// Fails with the way around when steps would wait for each other.
Result<Playbook> with_prerequisites(Playbook playbook, std::string_view step, std::vector<std::string> prerequisites);

enum class StepDay { least, usual, most };
// The other two give way, so that they stay in order.
void set_days(PlaybookStep& step, StepDay which, int days);

// Of ten tries, how many are kept, and the same set: what is behind the odds keeps its weight. 0 to 10.
int kept_of_ten(const PlaybookStep& step);
void set_kept_of_ten(PlaybookStep& step, int kept);

// The steps that may be added to what this one waits for: all that do not wait for it themselves.
std::vector<const PlaybookStep*> possible_prerequisites(const Playbook& playbook, const PlaybookStep& step);

}
