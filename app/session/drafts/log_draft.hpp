#pragma once

#include "app/session/drafts/log_line_state.hpp"
#include "core/base/id.hpp"
#include "core/model/commitment.hpp"
#include "core/model/concern.hpp"
#include "core/model/interaction.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

struct Deal;
struct LogEffects; // app/ui/log_form/log_effects.hpp

// An entry of the log that is being written or changed: what was typed so far, for one deal. Dates are kept as they were typed. Stored
// beside the deal until it is saved or dropped, so that a reload loses nothing.
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
        std::string due;             // for agreed
        std::string why;             // for declined
        std::string not_before = {}; // for both
        bool by_them = false;        // they asked for it, as was said; see is_their_ask

        bool operator==(const Answer&) const = default;
    };
    std::vector<Answer> answers;
    struct Given {
        std::string what;
        StakeholderId to;         // empty: everybody there
        std::string outcome = {}; // which needed outcome it serves; not asked for, kept when an entry is changed
        PromiseId keeps = {};     // our promise that is kept with it; until its words are changed by hand

        bool operator==(const Given&) const = default;
    };
    std::vector<Given> given;
    std::vector<ConcernId> concerns; // known ones that were touched
    // What became of known ones in this conversation: answered or resolved.
    struct ConcernAnswer {
        ConcernId concern;
        ConcernEventKind kind = ConcernEventKind::answered;

        bool operator==(const ConcernAnswer&) const = default;
    };
    std::vector<ConcernAnswer> concern_answers;
    struct Raised {
        std::string text;
        StakeholderId of; // empty: the one person who was there; asked when there were several
        ConcernKind kind = ConcernKind::concern;
        bool kind_chosen = false; // else it is as its words say (kind_of_words)

        bool operator==(const Raised&) const = default;
    };
    std::vector<Raised> raised; // new concerns and questions
    struct Promise {
        std::string what;
        std::string due;
        StakeholderId to; // empty: the group

        bool operator==(const Promise&) const = default;
    };
    std::vector<Promise> promises; // ours
    CommitmentId next_commitment;
    std::string next_what;
    std::string next_on;
    NextStepState next_state = NextStepState::planned;
    std::vector<InteractionId> closes; // entries whose planned next step this was
    bool answered = false;
    bool moves_opened = true; // a day before the deal was opened moves that day
    std::string error;
    std::string left_out; // whom and what the deal no longer has, and so the draft neither: told while the form is open
    std::shared_ptr<const LogDraft> start;     // what the form was opened with: as long as nothing was added there is nothing to keep
    std::shared_ptr<const LogEffects> effects; // what it would change, worked out for `effects_of`
    std::shared_ptr<const LogDraft> effects_of;

    bool operator==(const LogDraft&) const = default;
};

// Where storage has the draft, and what of it came from there.
struct StoredDraft {
    int place = 0;      // see draft_key; 0: nowhere
    std::string text;   // in that place, as we read or wrote it
    std::string loaded; // the form's words when they were read; empty once they were written from here
};

// Whether both say the same, however they are shown at the moment.
bool says_the_same(const LogDraft& a, const LogDraft& b);

// A form with all that is known of an entry, shown.
LogDraft draft_of(const Interaction& interaction, const Deal& deal);
// One for the planned next step of that entry, which has happened now.
LogDraft draft_of_step(const Interaction& interaction, const Deal& deal);
// One answer for each ask, known ones kept.
void match_answers(LogDraft& draft);
ConcernKind kind_of(const LogDraft::Raised& raised);
// Whether they asked for it: as was said, or because they began the entry and no answer of theirs is in it.
bool is_their_ask(const LogDraft& draft, const LogDraft::Answer& answer);

// Whether there is anything to keep: more than the form was opened with.
bool says_anything(const LogDraft& draft, const Deal& deal);
// Without people, commitments and the like that the deal no longer has; `left_out` says so, with the names that stand in the line.
LogDraft without_what_is_gone(LogDraft draft, const Deal& deal);

// A name of new_people stands for a person that has no id yet; saving gives one. This stands for it until then.
StakeholderId id_of_new(std::string_view name);

}
