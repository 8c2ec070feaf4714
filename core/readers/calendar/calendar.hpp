#pragma once

#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// The meetings of an iCalendar file (RFC 5545; Google, Outlook, Apple, Teams, Zoom), invitations, answers and cancellations too (RFC 5546). `text` is
// UTF-8. Own, for what is needed of the format is little; libical brings time zones, which nobody needs here: days are those of the clock
// that the meeting was made with, only what is written in UTC is moved to the clock here.
// Of a meeting that repeats its coming occurrences are read: at most most_repeats within repeats_days; that it is so is said in `left_out`.
// What cannot be read is left out, each with its line. Nothing throws; linear.
void read_calendar(std::string_view text, const ReadOptions& options, records::FileRecords& records);

inline constexpr int most_meetings = 5000; // of one file
inline constexpr int most_repeats = 8;     // of one meeting
inline constexpr int repeats_days = 92;    // from today

}
