#pragma once

#include "core/analysis/subject.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/model/words/wording_table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

enum class Side : std::uint8_t { push, passive };

// One thing that makes the seller push or hide. The rules stand in one table (balance_signals.hpp), one function each.
struct Signal {
    std::string_view id;    // of the rule: "asked_too_early"
    std::string_view title; // a few words: "Asked too early"
    Side side = Side::push;
    double points = 0;                 // 0..cap of the rule, > 0
    std::vector<StakeholderId> people; // whom it concerns; empty: the deal as a whole
    std::vector<Evidence> evidence;    // at least one thing of the deal, except for deals that have none
    std::string why;                   // with names, numbers and days: "Elena was asked for the decision 3 steps early."
    std::string remedy;                // what to do about it, to the seller
};

struct BalanceScore {
    double push = 0;    // 0..100 = 100 (1 - product of (1 - points / 100))
    double passive = 0; // 0..100, the same way

    double needle() const { return push - passive; } // -100 never be closing .. +100 always be closing
    // |needle| <= 15 and both <= 30.
    bool is_middle_ground() const;

    bool operator==(const BalanceScore&) const = default;
};

struct PersonBalance {
    StakeholderId id;
    BalanceScore score; // of the signals that concern this person
};

struct Balance {
    BalanceScore score;
    // The most push on any day since the buyer last did something: waiting alone does not make them forget it.
    double lasting_push = 0;
    std::vector<Signal> signals;       // most points first, then in the table's order, then by the first evidence
    std::vector<PersonBalance> people; // in the deal's order
};

// `playbook` may be null: the usual cadence and durations count then. Closed deals have no signals.
Balance balance_of(const Deal& deal, const Playbook* playbook, const WordingTable& wording, Date today);

BalanceScore score_of(std::span<const Signal> signals);
const PersonBalance* find(const Balance& balance, const StakeholderId& id);

}
