#pragma once

#include "core/model/deal.hpp"

#include <string>

namespace middleground {

// What the deal loses with a person.
struct PersonHistory {
    // These go too.
    int concerns = 0;
    int influence_lines = 0;
    // These stay and do not name the person any more.
    int log_entries = 0;
    int commitments = 0;
    int promises = 0;

    bool operator==(const PersonHistory&) const = default;
};

// All 0 for somebody who is not in the deal.
PersonHistory history_of(const Deal& deal, const StakeholderId& id);
// "With Marcus Olsen go 2 concerns and 3 lines of influence. 4 log entries, 2 commitments and 1 promise will not name Marcus Olsen any
// more."; empty when nothing is lost but the person.
std::string loss_words(const Deal& deal, const StakeholderId& id);

}
