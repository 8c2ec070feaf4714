#pragma once

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
// Whether these are a plan's: a title of its own kind, with owner and day or with one of them and a state.
bool is_plan_heading(const std::vector<PlanColumn>& columns);

bool is_done_word(std::string_view state);    // "Done", "Complete", "100%", "x"
bool is_dropped_word(std::string_view state); // "Cancelled", "N/A"

// A day as people write it into plans, read as to come; nothing: none, or one that could be two.
std::optional<Date> plan_day(std::string_view text, Date today);

// Without Markdown's marks for bold, code and links; what is struck through ("~~") keeps that mark.
std::string plain_markdown(std::string_view text);
bool has_box(std::string_view line); // "- [ ] ..."
// "- [x] Security review (Dana Ortiz, by 12 Jun)": a step, of a line with a box; nothing: it has none.
std::optional<records::PlanLine> step_of(std::string_view line, Date today);
// A line below a step: "Owner: Dana", "Due: 12 Jun", else a note.
void detail_of(records::PlanLine& step, std::string_view line, Date today);
// A title that is struck through was given up.
records::PlanLine with_marks(records::PlanLine line);

}
