#pragma once

#include "core/model/stakeholder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Who sets the steps: we with the buyer, or the buyer alone (RFP). FROZEN in links.
enum class Process : std::uint8_t { seller_led, buyer_led };

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
    int edition = 0; // of one's own: 1 and up, grows with every change. 0: it comes with the program

    bool operator==(const Playbook&) const = default;
};

}
