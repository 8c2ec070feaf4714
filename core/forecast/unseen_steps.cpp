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

namespace {

// Of the deal's commitments for that step; of one's own when it is null.
const Commitment* dropped_for(const Deal& deal, const PlaybookStep& of) {
    const auto found = std::ranges::find_if(deal.commitments, [&](const Commitment& one) {
        return one.step == of.id && state_of(one) == CommitmentState::dropped && was_asked(one);
    });
    return found == deal.commitments.end() ? nullptr : &*found;
}

}

std::vector<UnseenStep> unseen_steps(const Deal& deal, const Playbook* playbook, const std::vector<int>& before) {
    const auto is_own = [&](const Commitment& one) { return playbook == nullptr || find_step(*playbook, one.step) == nullptr; };
    std::vector<UnseenStep> dropped; // of one's own, asked for and dropped
    for (const auto& one : deal.commitments) {
        if (is_own(one) && state_of(one) == CommitmentState::dropped && was_asked(one)) dropped.push_back({nullptr, &one});
    }
    if (playbook == nullptr) return dropped;
    std::vector<std::string_view> there;
    auto own = dropped.size();
    for (const int place : before) {
        const auto& commitment = deal.commitments[static_cast<std::size_t>(place)];
        if (!is_own(commitment)) {
            there.push_back(commitment.step);
        } else if (!commitment.decides) {
            ++own;
        }
    }
    for (const auto& commitment : deal.commitments) {
        const auto state = state_of(commitment);
        if (state == CommitmentState::kept || state == CommitmentState::not_needed) there.push_back(commitment.step);
        own += state == CommitmentState::not_needed && is_own(commitment) ? 1 : 0;
    }
    std::vector<UnseenStep> unseen;
    for (const auto* step : steps_before_decision(*playbook)) {
        if (std::ranges::find(there, step->id) == there.end()) unseen.push_back({step, dropped_for(deal, *step)});
    }
    // The likeliest are taken for those that one's own stand for.
    std::ranges::stable_sort(unseen, {}, [](const UnseenStep& one) { return one.step->odds_a / (one.step->odds_a + one.step->odds_b); });
    unseen.resize(unseen.size() - std::min(own, unseen.size()));
    unseen.insert(unseen.end(), dropped.begin(), dropped.end());
    return unseen;
}

}
