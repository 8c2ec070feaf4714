#pragma once

#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <optional>
#include <string_view>

namespace middleground::readers {

// Whether a text is what a recording's words were written down as: WebVTT, SRT, or lines "Name: ..." with times (Zoom, Teams, Otter, Fireflies).
bool looks_like_transcript(std::string_view text);

// Who spoke and what. Speakers stand in WebVTT as <v Name> (Teams) or as "Name: " (Zoom), in text as "[Name] 10:01:02", "Name  0:02", "10:01:02 Name:",
// "0:0:0.0 --> 0:0:3.2" with the name in the next line. What one says in a row is one. The day is read from the text's first lines or from the
// file's name ("GMT20260609-160000_Recording"); without one it has none. `name` is the file's. At most most_cues of them.
void read_transcript(std::string_view text, std::string_view name, const ReadOptions& options, records::FileRecords& records);
inline constexpr int most_cues = 50000;

// A day in a file's name: "GMT20260609-160000", "2026-06-09", "20260609"; nothing: none, or no such day.
std::optional<Date> day_in_name(std::string_view name);

}
