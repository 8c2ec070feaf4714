#pragma once

#include "app/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// The edits that a filled-in form stands for, or what is missing or wrong in it. Pure: tests call it without a window.
struct LogEdits {
    std::vector<Edit> edits;
    std::string what; // "Logged a meeting with Elena Brandt"
};
Result<LogEdits> edits_of(const LogDraft& draft, const Deal& deal, Date today, Random& random);

// A form with what is known of an interaction that exists.
LogDraft draft_of(const Interaction& interaction);

// Keeps one answer per ask, in the order of the asks.
void match_answers(LogDraft& draft);

}
