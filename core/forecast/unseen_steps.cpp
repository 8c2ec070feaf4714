#include "core/forecast/unseen_steps.hpp"

#include <algorithm>
#include <string_view>

namespace middleground {

std::vector<const PlaybookStep*> steps_before_decision(const Playbook& playbook) {
    std::vector<const PlaybookStep*> found;
    const auto deciding = std::ranges::find(playbook.steps, true, &PlaybookStep::decides);
    if (deciding == playbook.steps.end()) return found;
    found.push_back(&*deciding);
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const auto& id : found[next]->prerequisites) {
            const auto* step = find_step(playbook, id);
            if (step != nullptr && std::ranges::find(found, step) == found.end()) found.push_back(step);
        }
    }
    found.erase(found.begin());
    return found;
}

std::vector<UnseenStep> unseen_steps(const Deal& deal, const Playbook* playbook, const std::vector<int>& before) {
    if (playbook == nullptr) return {};
    std::vector<std::string_view> there;
    std::size_t own = 0;
    for (const int place : before) {
        const auto& commitment = deal.commitments[static_cast<std::size_t>(place)];
        if (find_step(*playbook, commitment.step) != nullptr) {
            there.push_back(commitment.step);
        } else if (!commitment.decides) {
            ++own;
        }
    }
    for (const auto& commitment : deal.commitments) {
        if (state_of(commitment) == CommitmentState::kept) there.push_back(commitment.step);
    }
    std::vector<UnseenStep> unseen;
    for (const auto* step : steps_before_decision(*playbook)) {
        if (std::ranges::find(there, step->id) == there.end()) unseen.push_back({step, nullptr});
    }
    // The likeliest are taken for those that one's own stand for.
    std::ranges::stable_sort(unseen, {}, [](const UnseenStep& one) { return one.step->odds_a / (one.step->odds_a + one.step->odds_b); });
    unseen.resize(unseen.size() - std::min(own, unseen.size()));
    return unseen;
}

}
