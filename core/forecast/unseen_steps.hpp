#pragma once

#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <vector>

namespace middleground {

// The steps of the playbook that come before its deciding one.
std::vector<const PlaybookStep*> steps_before_decision(const Playbook& playbook);

// A step that is neither kept nor planned before the decision: it is still there, only unseen.
struct UnseenStep {
    const PlaybookStep* step = nullptr;  // null: a commitment of one's own, or a step of a deal without a playbook
    const Commitment* dropped = nullptr; // it was asked for and then dropped
};

// `before` are the places of the commitments that stand before the decision, the deciding one included. A commitment of one's own there
// stands for one of the steps. What is marked as not needed is not played; commitments that were asked for and dropped are. `playbook` may
// be null: then `usual_steps` lead to a decision, that included.
std::vector<UnseenStep> unseen_steps(const Deal& deal, const Playbook* playbook, const std::vector<int>& before, int usual_steps);

}
