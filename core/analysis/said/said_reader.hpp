#pragma once

#include "core/analysis/said/said_people.hpp"
#include "core/base/date.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace middleground {

// left: somebody is gone. not_before: nothing happens before that day. asked_for_decision: somebody of theirs wants to sign.
enum class SaidKind : std::uint8_t { left, not_before, asked_for_decision };

// A text of a deal, and what is known of who says it.
struct Speech {
    std::string_view text;
    Date on;       // days are read as said on that day
    Date earliest; // of a text without a day of its own: it was said from that day on, until `on`
    StakeholderId speaker; // whom "he" and, in what they say, "I" is; may be empty
    bool about_speaker = false; // "left the company" without anybody is the speaker: notes about a person
    bool theirs = false;        // "I" and "we" are the customer
    bool refusal = false;       // the reason of a refusal
    bool both_sides = false;    // they could say something in it

    bool has_own_day() const { return earliest == on; }
};

struct SaidStatement {
    SaidKind kind = SaidKind::left;
    StakeholderId who; // may be empty: not_before of the matter, whoever says it
    Date day;
    Date last;            // of left "last week": the last day that may be meant
    bool dated = false;   // the day is named
    std::uint32_t begin = 0; // bytes of the text
    std::uint32_t end = 0;
};

// What one text says. Total: any bytes, in time that grows with the length of the text. Nothing is guessed: what is denied, asked, supposed,
// or said of somebody whose name fits two, is not there.
std::vector<SaidStatement> statements_in(const Speech& speech, const SaidPatterns& patterns, const SaidPeople& people);

}
