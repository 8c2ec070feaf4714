#pragma once

#include "core/base/date.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// Something of worth to the customer even if they never buy.
struct Value {
    StakeholderId to; // may be empty: for everybody
    std::string what;
    std::string outcome; // which needed outcome it serves

    bool operator==(const Value&) const = default;
};

// What happened to a commitment. Events are kept in the order in which they were recorded; the state is derived from them.
// FROZEN in links: new kinds go to the end.
// dropped: given up; it stays with what was answered. not_needed: this buyer does not need it, or has done it themselves.
enum class CommitmentEventKind : std::uint8_t { planned, asked, agreed, declined, kept, broken, due, reopened, dropped, not_needed };

// Who asked. FROZEN in links.
enum class Asker : std::uint8_t { us, them };

struct CommitmentEvent {
    CommitmentEventKind kind = CommitmentEventKind::planned;
    Date on;                        // the day it happened
    std::vector<StakeholderId> who; // asked: whom, or who of them asked; agreed, declined: who answered; else empty
    InteractionId interaction;      // asked and answers: where it was said, may be empty
    std::string why;                // declined, broken, dropped, not_needed: the reason, may be empty
    std::optional<Date> due;        // kind due: the new date; nothing means that the date was taken away
    Asker by = Asker::us;           // kind asked: who asked
    std::optional<Date> not_before = {}; // agreed, declined: nothing happens before that day, as they said

    bool operator==(const CommitmentEvent&) const = default;
};

enum class CommitmentState : std::uint8_t { planned, asked, agreed, kept, declined, broken, dropped, not_needed };

// Something the buyer promises to do.
struct Commitment {
    CommitmentId id;
    Date created;
    std::string step; // id of the playbook's step, may be empty
    std::string title;
    std::string ask; // the words to ask it with
    std::string done_when;
    bool decides = false; // exactly one commitment of a plan decides
    std::vector<Value> value_offered;
    std::vector<CommitmentId> prerequisites;
    StakeholderId buyer_owner;         // may be empty
    std::vector<StakeholderId> people; // who has to agree
    std::string evidence;              // how we know that it was kept
    std::vector<CommitmentEvent> events;
    std::string extra;

    bool operator==(const Commitment&) const = default;
};

CommitmentState state_of(const Commitment& commitment);
// What this person answered last, as far as it was recorded: asked, agreed or declined; planned when never asked.
CommitmentState state_for(const Commitment& commitment, const StakeholderId& person);
// The due date in force, if any.
std::optional<Date> due_of(const Commitment& commitment);
// The day of the event that led to the present state; `created` for planned ones that were never reopened.
Date state_since(const Commitment& commitment);
// Whether `kind` may follow the present state: planned->asked->agreed->kept, asked->kept, asked->declined->asked, agreed->declined,
// agreed->broken->asked, all that are open->dropped or not_needed, any other->planned by reopened; due at any time. `planned` follows no
// state: it may only be the first event of all, which the second form knows.
bool is_legal_move(CommitmentState from, CommitmentEventKind kind);
bool is_legal_move(const Commitment& commitment, CommitmentEventKind kind);
// The state at the end of a day; state_of is that of the last one.
CommitmentState state_on(const Commitment& commitment, Date day);
// Whether an event of that day may stand where its day belongs, with what is known of later days behind it: what was agreed yesterday may
// get its due date today, but what was kept yesterday is not declined today.
bool fits_on(const Commitment& commitment, CommitmentEventKind kind, Date on);
// Puts an event behind those of its day and of earlier ones. What was planned was in the plan on the day of the first event at the latest.
void insert_by_day(Commitment& commitment, CommitmentEvent event);
// The state after an event; due leaves it.
CommitmentState state_after(CommitmentState from, CommitmentEventKind kind);

// Dropped or not needed: out of the way of the plan (plan.hpp), but still there. The deciding commitment never is.
bool is_set_aside(CommitmentState state);
bool is_set_aside(const Commitment& commitment);
// Neither kept nor set aside.
bool is_open(CommitmentState state);
bool is_open(const Commitment& commitment);
// Whether it was ever asked for or answered, whatever became of it since.
bool was_asked(const Commitment& commitment);
// Whether removing it only drops it: what was asked for leaves a trace (edit::RemoveCommitment).
bool is_dropped_by_removal(const Commitment& commitment);
// Whether the buyer was the last who asked for it.
bool asked_by_them(const Commitment& commitment);
// The day before which nothing happens, as they said with their last answer: it is in force until they answer anew or ask for it themselves,
// or until it is kept or reopened. That we ask again takes nothing back.
std::optional<Date> not_before(const Commitment& commitment);

}
