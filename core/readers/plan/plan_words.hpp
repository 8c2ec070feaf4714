#pragma once

#include "core/readers/plan/plan_days.hpp"
#include "core/records/records.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the lines of an action plan are made of.
namespace middleground::readers {

enum class PlanColumn : std::uint8_t { none, title, owner, due, state, section, note };
// By the headings, in English, German, French and Spanish; one column has the title.
std::vector<PlanColumn> plan_columns(const std::vector<std::string>& headings);
// Whether these are a plan's: a title of its own kind, with owner and day or with one of them and a state. Whose rows were drawn as a table of Markdown meant it for people to
// read: there one of the three is enough.
bool is_plan_heading(const std::vector<PlanColumn>& columns, bool drawn = false);

bool is_done_word(std::string_view state);    // "Done", "Complete", "100%", "x"
bool is_dropped_word(std::string_view state); // "Cancelled", "N/A"

// Without Markdown's marks for bold, code and links; what is struck through ("~~") keeps that mark.
std::string plain_markdown(std::string_view text);
bool has_box(std::string_view line); // "- [ ] ..."
// "- [x] Security review (Dana Ortiz, by 12 Jun)": a step, of a line with a box; nothing: it has none.
std::optional<records::PlanLine> step_of(std::string_view line, PlanDays& days);
// What stands where the day of a step does, and where its state does ("Done", "Done 5 June"). What is no day stays in the note, and is in `days.unread`.
void put_due(records::PlanLine& step, std::string_view text, PlanDays& days);
void put_state(records::PlanLine& step, std::string_view text, PlanDays& days);
// A line below a step: "Owner: Dana", "Due: 12 Jun", else a note.
void detail_of(records::PlanLine& step, std::string_view line, PlanDays& days);
// A title that is struck through was given up.
records::PlanLine with_marks(records::PlanLine line);

}
