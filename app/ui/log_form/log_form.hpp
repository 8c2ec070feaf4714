#pragma once

#include "app/ui/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// The edits that a filled-in form stands for, or what is missing or wrong in it. Pure: tests call it without a window.
struct LogEdits {
    std::vector<Edit> edits;
    std::string what; // "Logged a meeting with Elena Brandt"
    InteractionId interaction;
};
// An error's `where` is the label of the field.
Result<LogEdits> edits_of(const LogDraft& draft, const Deal& deal, Date today, Random& random);

// The day of the entry as far as it can be read; an empty field is today.
std::optional<Date> day_of_entry(const LogDraft& draft, Date today);
// Planned next steps of earlier entries with these people, or about what was asked for: this may have been one of them.
std::vector<InteractionId> closable_steps(const LogDraft& draft, const Deal& deal, Date today);

// A form with all that is known of an entry, shown.
LogDraft draft_of(const Interaction& interaction, const Deal& deal);
// One for the planned next step of that entry, which has happened now.
LogDraft draft_of_step(const Interaction& interaction, const Deal& deal);
// One answer for each ask, known ones kept.
void match_answers(LogDraft& draft);

// Whether there is anything to keep: more than the form was opened with.
bool says_anything(const LogDraft& draft, const Deal& deal);
LogDraft without_what_is_gone(LogDraft draft, const Deal& deal);

// A name of new_people stands for a person that has no id yet; saving gives one. This stands for it until then.
StakeholderId id_of_new(std::string_view name);

// Shows the form, begun like that. When a draft waits that is shown instead, so that nothing typed is lost.
void begin_log(const Context& context, LogDraft draft);
// Whether a draft of the open deal waits, not shown.
bool draft_waits(const Context& context);

}
