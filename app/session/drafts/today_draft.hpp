#pragma once

#include "core/analysis/subject.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a key asks of the chosen line, until the page draws it.
enum class TodayWish : std::uint8_t { none, next, previous, main, done, snooze, open };

// A line that is put off: until which day is being chosen.
struct SnoozeDraft {
    DealId deal;
    std::string key;  // Snooze::what
    std::string what; // for people
    std::string day;  // as typed
    std::string error;
    bool just_opened = true;
};

// Today: which line is chosen, and how much is shown.
struct TodayDraft {
    std::string chosen;   // id of the deal, a blank, key of the line; empty: the first one
    int place = 0;        // of it in the list: where it was, once it is gone
    TodayWish wish = TodayWish::none;
    bool stays_by_key = false; // the same with the next frame, when the line that was done is gone
    bool by_key = false;  // the choice was moved with the keyboard: it takes the focus, and is brought into view
    bool all_asks = false;
    bool all_quiet = false;
    bool put_off_open = false; // the lines that are put off are shown
    bool calendar_open = false; // the dialog for the calendar file
    std::optional<SnoozeDraft> snooze;
};

// What is to be done in a deal as soon as it is open: pages over all deals ask for it.
struct Errand {
    enum class Kind : std::uint8_t {
        log,      // a conversation with these people is logged
        log_step, // or what came of the step that was planned in the interaction
        show      // something of it is shown, chosen on its page
    } kind = Kind::log;
    DealId deal;
    std::vector<StakeholderId> people = {};
    InteractionId interaction = {};
    Subject about = {};
};

}
