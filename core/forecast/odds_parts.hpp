#pragma once

#include "core/forecast/forecast_input.hpp"
#include "core/forecast/settings.hpp"
#include "core/forecast/unseen_steps.hpp"

#include <vector>

namespace middleground {

// Why the odds of a commitment are what they are: moves of its log-odds.
struct OddsParts {
    double step_a = 1; // its step's Beta(a, b)
    double step_b = 1;
    bool own_step = false; // found in the playbook
    double fitted = 0;
    double base = 0; // of the playbook's base, a competitor, being a client
    double opinions = 0;
    double opinion = 0;    // the opinion behind `opinions`: the lowest of who has to agree
    StakeholderId decided_by; // whose that is; empty: nobody is named for it, the mean of the group
    bool refused = false;     // they said no, and nothing has changed since
    double others = 0;        // the decision: what the whole group thinks
    double value = 0;
    double concerns = 0;
    double push = 0;
    double agreed = 0;
    double waiting = 0;
    int waited_days = 0; // since it was asked or agreed, or past its day
    bool overdue = false; // waited_days count from its day
    bool lapsed = false; // agreed, and overdue for so long that it reads as broken
    int unseen_steps = 0; // the decision: steps that are played with it
    double unseen_pass = 1; // the decision: the chance that they all are kept
    double gate = 1;     // the decision: the chance that who can stop it lets it pass
    int tries_before = 0; // declined or broken so often

    double shift() const { return fitted + base + opinions + others + value + concerns + push + agreed + waiting; }
};

// What the deal as a whole says, looked up once for all its commitments.
class OddsOf {
public:
    OddsOf(const ForecastInput& input, const ForecastSettings& settings);

    OddsParts of(const Commitment& commitment) const;
    // The move of the log-odds of a step that nobody sees, played at the decision. Nobody has said who has to agree to it: it takes what lies
    // between the mean of the group and the one least for it.
    double shift_of(const UnseenStep& unseen) const;
    int against() const { return against_; }
    int group() const { return static_cast<int>(input_.opinions.size()) + input_.unnamed; }

private:
    struct Lowest {
        double opinion = 0;
        StakeholderId of;
        bool found = false;
        bool refused = false;

        void take(double other, const StakeholderId& id, bool refuses);
    };
    double opinion_of_person(const StakeholderId& id) const;
    bool is_there(const StakeholderId& id) const;
    Lowest lowest_of_deciders(const Commitment& decision) const;
    Lowest lowest_of_people(const Commitment& commitment) const;
    double of_base() const;
    double concerns(const Commitment& commitment) const;
    bool is_value_offered(const Commitment& commitment) const;

    const ForecastInput& input_;
    const ForecastSettings& settings_;
    double group_opinion_ = 0;
    double lowest_opinion_ = 0; // of all seats
    int against_ = 0;
};

}
