#pragma once

#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// Whether a text is a list of steps with owners and days that buyer and seller agreed on (a mutual action plan, a close plan): Markdown with boxes
// ("- [ ] Security review (Dana, 12 Jun)") or a table of it, or CSV with headings such as Step, Owner, Due.
bool looks_like_plan(std::string_view text);

// Its lines. Owners stand in a column, in brackets, behind "@", "owner:" or a dash; days as people write them, seen from today; a box with an x and words such
// as Done say that it is done. Lines that are none are passed over, rows without a title are left out.
void read_action_plan(std::string_view text, std::string_view name, const ReadOptions& options, records::FileRecords& records);
inline constexpr std::size_t most_plan_lines = 1000;

}
