#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground::readers {

// The lines that transcripts are made of.

struct CueTime {
    std::int32_t begin = 0; // milliseconds
    std::int32_t end = 0;
};
// "00:00:01.000 --> 00:00:04.000", "0:0:0.0 --> 0:0:3.2", "00:01,5 --> 00:04,0" with anything behind it.
std::optional<CueTime> cue_time(std::string_view line);

// A line that says who speaks: a name with a time on either side of it, or a name with a colon before its words.
struct SpeakerLine {
    std::string name;
    std::int32_t at = -1;  // seconds; -1: it does not say
    std::string_view words; // what stands behind it in the line
    bool clock = false;    // `at` is the time of day
};
// "[Dana Ortiz] 10:01:02", "Dana Ortiz  0:02", "Dana Ortiz 10:01 AM", "00:01:02 Dana Ortiz: Hello", "Dana Ortiz (00:01:02): Hello", "10:01:02 From Dana Ortiz to
// Everyone: Hello", "Dana Ortiz: Hello" (only with `plain`). Nothing: it is none.
std::optional<SpeakerLine> speaker_line(std::string_view line, bool plain);

// "Dana Ortiz: Hello": the name, which looks like one, and the words behind it.
std::optional<SpeakerLine> named_words(std::string_view line);

// Without tags (<v Dana>, <i>), entities as letters; `voice` is set to what <v ...> names.
std::string without_tags(std::string_view line, std::string& voice);

}
