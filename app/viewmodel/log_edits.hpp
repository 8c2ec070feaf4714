#pragma once

#include "app/session/drafts/log_draft.hpp"
#include "core/base/random.hpp"
#include "core/model/edit/edit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// The edits that a filled-in form of the log stands for.
struct LogEdits {
    std::vector<Edit> edits;
    std::string what; // "Logged a meeting with Elena Brandt"
    InteractionId interaction;
};
// Or what is missing or wrong in it: an error's `where` is the label of the field.
Result<LogEdits> edits_of(const LogDraft& draft, const Deal& deal, Date today, Random& random);

// The day of the entry as far as it can be read; an empty field is today.
std::optional<Date> day_of_entry(const LogDraft& draft, Date today);
// Planned next steps of earlier entries with these people, or about what was asked for: this may have been one of them.
std::vector<InteractionId> closable_steps(const LogDraft& draft, const Deal& deal, Date today);

}
