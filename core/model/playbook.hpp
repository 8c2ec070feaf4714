#pragma once

#include "core/base/error.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// One step that a kind of deal usually goes through.
struct PlaybookStep {
    std::string id;    // unique within the playbook, "build-consensus"
    std::string title; // "Build consensus"
    std::string what;  // what it is
    std::string why;   // why it helps the buyer
    std::string done_when;
    std::vector<Function> functions; // whom it usually needs, by function
    std::vector<Role> roles;         // whom it usually needs, by role
    std::vector<std::string> value_ideas;
    std::string ask;                        // wording
    std::vector<std::string> prerequisites; // step ids
    int days_min = 0;                       // duration in days, triangular
    int days_mode = 0;
    int days_max = 0;
    double odds_a = 1; // prior odds of being kept when asked, Beta(a, b)
    double odds_b = 1;
    std::string origin; // where the numbers come from
    bool decides = false;
    std::string buyer_title = {}; // what the buyer reads in place of the title, "Open questions answered"; empty: the title

    bool operator==(const PlaybookStep&) const = default;
};

// How such deals usually end.
struct BaseRate {
    double log_odds = 0; // what is added to those of each deal of the playbook, natural logarithm; from -10 to 10
    std::string origin;  // where the number comes from

    bool operator==(const BaseRate&) const = default;
};

struct Playbook {
    std::string id;
    std::string title;
    std::string what;   // for which kind of deal
    std::string origin; // where the idea comes from, and what is ours
    Process process = Process::seller_led;
    int expected_group_size = 7;
    int cadence_days = 14;           // usual time between interactions
    std::vector<PlaybookStep> steps; // in the usual order
    std::optional<BaseRate> base = {}; // none: nothing is known of how such deals end

    bool operator==(const Playbook&) const = default;
};

const PlaybookStep* find_step(const Playbook& playbook, std::string_view step);

// Every broken rule, first the ones nearest the start: duplicate step, unknown or cyclic prerequisite, not exactly one deciding step, min
// <= mode <= max broken, odds not positive, a base rate out of range.
std::vector<Error> validate(const Playbook& playbook);

// One planned commitment per step, waiting for each other as the steps do.
std::vector<Commitment> planned_commitments(const Playbook& playbook, Date today, Random& random);
// A new deal with one planned commitment per step. Ids come from `random`; the playbook must be valid.
Deal start_deal(const Playbook& playbook, std::string title, std::string account, Date today, Random& random);

}
