#pragma once

#include "app/session/drafts/log_draft.hpp"
#include "app/ui/context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The entry of the log in one line: a field, and below it what was understood of it.

// What a line says, as a draft of its own: only the members that the line speaks about are set.
LogDraft draft_of_line(const LogLine& read, std::string_view line, const LogLineState& state, Date today);

// Puts what the line says now into the draft, in place of what it said before. Members that no longer are what the line had said were
// changed by hand: they stay as they are.
void take_line(LogDraft& draft, const LogDraft& before, const LogDraft& now);

// Reads the line anew if it, the deal or a correction changed, and takes what it says. Answers whether anything was read.
bool read_draft_line(LogDraft& draft, const Deal& deal, const LogWords& words, Date today);

// Takes out of the draft what the deal no longer has (see without_what_is_gone), and reads the line anew where it names such people.
void leave_out_what_is_gone(LogDraft& draft, const Deal& deal, const LogWords& words, Date today);

// Corrections of a part. They hold from then on, and the draft has them at once.
void make_plain(LogDraft& draft, const LogPart& part, const Deal& deal, const LogWords& words, Date today);
void correct(LogDraft& draft, const LogPart& part, LogMeaning meaning, const Deal& deal, const LogWords& words, Date today);
// A name that nobody has becomes a person of the deal when the entry is saved.
void add_new_person(LogDraft& draft, const LogPart& part, const Deal& deal, const LogWords& words, Date today);

// One understood part as it is shown: "by" "Fri 19 Jun".
struct LineChip {
    enum class Kind : std::uint8_t { talk, day, person, unclear_person, new_person, ask, concern, given, promise, next, due, not_before };
    Kind kind = Kind::talk;
    std::size_t part = 0; // of the reading
    const char* icon = nullptr;
    std::string label; // muted, may be empty
    std::string value; // strong
    bool open = false; // it asks something: which Anna, which day
};
// In the order of the line. A part that was changed in the form since shows what the form says, or is left out when it is gone there.
std::vector<LineChip> chips_of(const LogDraft& draft, const Deal& deal, Date today);

constexpr std::string_view log_line_label = "In one line";
// The field with its chips, over the width that is left. True when Enter asks to keep the entry.
bool draw_log_line(const Context& context, LogDraft& draft);

}
