#pragma once

#include "core/analysis/balance.hpp"
#include "core/analysis/deal_course.hpp"

#include <array>
#include <span>

namespace middleground {

// The rules of the balance. Every number here is our default, not measured: what a seller and a buyer would call a little or a lot.

// What a rule may look at. All references outlive the call.
struct SignalInput {
    const Deal& deal;
    const Playbook* playbook; // may be null
    const WordingTable& wording;
    Date today;
};

struct SignalRule {
    std::string_view id;
    std::string_view title;
    Side side;
    double points; // of one occurrence, or of one unit of it (a day, a message), as the function says
    double cap;    // all occurrences together
    int threshold; // days, messages or asks that are still fine
    std::vector<Signal> (*find)(const SignalInput& input, const SignalRule& rule); // each with its own points, not yet capped
    bool fades = false; // it can become less by nothing but time
};

std::span<const SignalRule> push_rules();    // balance_push.cpp
std::span<const SignalRule> passive_rules(); // balance_passive.cpp

inline constexpr int value_window_days = 30;

// What the rules share (balance.cpp).
Signal signal_of(const SignalRule& rule, double points);
// The last interaction by day, of one day the later in the log; nothing when there is none.
const Interaction* last_interaction(const Deal& deal);
// The last one that was not a message or call of ours that nobody answered: what is called contact.
const Interaction* last_contact(const Deal& deal);
std::string title_of(const Commitment& commitment);
// Who is asked: those who have to agree, else the owner.
std::vector<StakeholderId> people_of(const Commitment& commitment);
// The last "asked" of a commitment, or null.
const CommitmentEvent* last_asked(const Commitment& commitment);
// Whom it was asked of: of an event that names nobody, people_of.
std::vector<StakeholderId> asked_people(const Commitment& commitment, const CommitmentEvent& event);
// In a process that the buyer leads, what is asked of those who run it is a question of the procedure: documented, answered to all, no push.
bool is_documented(const Deal& deal, const std::vector<StakeholderId>& people);
// The last time that we asked for it, unless it is documented or they asked for it later: what they ask for is no push, however early.
const CommitmentEvent* our_ask(const Deal& deal, const Commitment& commitment);
bool was_kept_by(const Commitment& commitment, Date day);

}
