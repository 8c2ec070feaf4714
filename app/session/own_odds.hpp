#pragma once

#include "app/session/document.hpp"
#include "core/calibration/step_odds.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace middleground {

// What the user's own closed deals say of a playbook's odds.
struct PlaybookOdds {
    int deals = 0;               // that were started from it and have ended
    std::vector<StepOdds> steps; // as the playbook's
};

// The playbooks with the odds that the user's closed deals give them. Playbooks without such a deal stay as they are.
class OwnOdds {
public:
    // Looks whether a closed deal or the day has changed, and works it out anew then; true if so.
    bool refresh(const Document& document, Date today);
    // As the document's; valid until refresh() says that something changed.
    const std::vector<Playbook>& playbooks() const { return playbooks_; }
    // Null for an unknown playbook.
    const PlaybookOdds* find(std::string_view playbook) const;
    bool any() const;

private:
    std::uint64_t seen_ = 0; // stands for the closed deals and the day
    std::vector<Playbook> playbooks_;
    std::vector<PlaybookOdds> odds_;
};

// Null when there is none for that step.
const StepOdds* find(const PlaybookOdds& odds, std::string_view step);

}
