#pragma once

#include "core/base/date.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <optional>
#include <vector>

namespace middleground {

// What somebody thinks, -1..1: what they said, and where they would end after the group has talked. They have not talked yet, so the odds
// take what lies halfway.
struct ExpectedOpinion {
    StakeholderId id;
    double stated = 0;
    double opinion = 0;

    double halfway() const { return (stated + opinion) / 2; }
};

// A commitment that cannot be kept before a day that they named.
struct EarliestDay {
    CommitmentId id;
    Date day;
};

// What a forecast reads: plain values beside the deal, so that comparisons can freeze some of them.
struct ForecastInput {
    // What somebody counts with of whom nothing is known.
    double unnamed_halfway() const { return (unnamed_stated + unnamed_opinion) / 2; }

    const Deal& deal;
    const Playbook* playbook; // null: unknown to this program; the settings' own durations and odds count then
    std::vector<ExpectedOpinion> opinions; // everybody named who is still there
    int unnamed = 0;          // seats that nobody was named for, those of people who left included
    double unnamed_opinion = 0;  // where they would end
    double unnamed_stated = -0.25;
    double push = 0; // 0..100, the most since they last did something: what they do not forget by our waiting
    double pace = 0; // ln of how much slower than usual this deal's steps have been kept (pace.hpp)
    std::vector<EarliestDay> not_before;
    std::vector<StakeholderId> against_until; // who is against it only until a day that is in not_before
    std::vector<StakeholderId> left; // who is no longer there
    std::optional<double> own_base;  // in place of the playbook's base: set by prepare_deal where the deal has one of its own
    bool sponsor_left = false;       // is_missed_sponsor of somebody
    int unanswered = 0;              // messages of ours since they last did something
    bool competitor = false;         // one is named
    bool current_client = false;
    bool decision_asked_for = false; // by somebody who can make it
    Date today;
    int wait_days = 0; // from today on nothing is done for so long
};

}
