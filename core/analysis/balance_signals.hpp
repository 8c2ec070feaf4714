#pragma once

#include "core/analysis/balance.hpp"

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

inline constexpr int usual_cadence_days = 14; // of a deal without a playbook
inline constexpr int value_window_days = 30;

// What the rules share (balance.cpp).
Signal signal_of(const SignalRule& rule, double points);
// The last interaction by day, of one day the later in the log; nothing when there is none.
const Interaction* last_interaction(const Deal& deal);
std::string title_of(const Commitment& commitment);
// Who is asked: those who have to agree, else the owner.
std::vector<StakeholderId> people_of(const Commitment& commitment);
bool was_kept_by(const Commitment& commitment, Date day);

}
