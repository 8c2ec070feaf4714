#pragma once

#include "app/log_line_state.hpp"
#include "core/base/id.hpp"
#include "core/model/commitment.hpp"
#include "core/model/interaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// An entry of the log that is being written or changed: what was typed so far, for one deal. Dates are kept as they were typed. Stored beside
// the deal until it is saved or dropped, so that a reload loses nothing.
struct LogDraft {
    bool open = false;                    // the form is shown; a draft may wait while it is not
    bool just_opened = false;             // the first field takes the focus
    std::optional<InteractionId> editing; // an existing entry is changed
    std::string line;                     // the entry in one line; what was understood of it stands in the members below
    LogLineState line_state;
    InteractionKind kind = InteractionKind::meeting;
    Direction direction = Direction::mutual;
    std::string on; // empty: today
    std::vector<StakeholderId> people;
    std::vector<std::string> new_people; // names that are not in the deal; saving adds them
    std::string people_query;
    std::string summary;
    std::vector<CommitmentId> asks;
    std::string asks_query;
    // One answer per ask, by position; "asked" means that none was given yet.
    struct Answer {
        CommitmentId commitment;
        CommitmentEventKind kind = CommitmentEventKind::asked;
        std::string due; // for agreed
        std::string why; // for declined
    };
    std::vector<Answer> answers;
    struct Given {
        std::string what;
        StakeholderId to; // empty: everybody there
    };
    std::vector<Given> given;
    std::vector<ConcernId> concerns; // known ones that were touched
    std::string concerns_query;
    struct Raised {
        std::string text;
        StakeholderId of; // empty: the one person who was there; asked when there were several
    };
    std::vector<Raised> raised; // new concerns
    struct Promise {
        std::string what;
        std::string due;
        StakeholderId to; // empty: the group
    };
    std::vector<Promise> promises; // ours
    CommitmentId next_commitment;
    std::string next_what;
    std::string next_on;
    std::vector<InteractionId> closes; // entries whose planned next step this was
    bool answered = false;
    bool moves_opened = true; // a day before the deal was opened moves that day
    std::string error;
};

}
