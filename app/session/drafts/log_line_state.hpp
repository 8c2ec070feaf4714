#pragma once

#include "core/intake/log/log_line.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What the user said that a part of the line means, by the part's words: it holds however the rest of the line changes.
struct LogCorrection {
    std::string words;
    LogMeaning meaning;
    std::uint32_t begin = 0; // of the part, when it was corrected: the days of the meaning lie relative to it

    bool operator==(const LogCorrection&) const = default;
};

// The day of a part that is typed anew, in a field below the chips.
struct LogDayEdit {
    std::string words; // of the part
    std::string typed;
    bool just_opened = true;

    bool operator==(const LogDayEdit&) const = default;
};

// What is known about the line of a log draft beside its words.
struct LogLineState {
    std::optional<std::string> taken; // the line whose parts stand in the draft; nothing: not looked at yet
    LogLine read;                     // that line, with what the user corrected
    std::vector<std::string> plain;   // words that shall be no part
    std::vector<LogCorrection> corrections;
    std::vector<std::string> new_people; // names of the line that the user wants as new people
    std::optional<LogDayEdit> day_edit;

    bool operator==(const LogLineState&) const = default;
};

}
