#include "core/forecast/unseen_steps.hpp"

#include "core/base/sort_list.hpp"

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

// What the commitments say of the steps that lead to the decision. A step has the commitment of the first id that says so; every other is one
// of the seller's own.
struct Covered {
    std::vector<std::string_view> steps; // kept, planned or not needed
    std::vector<const Commitment*> dropped; // asked for and dropped, for no step that is covered
    std::size_t own = 0;                    // kept, planned or not needed, or asked for and dropped, for none of them
};

Covered covered_by(const Deal& deal, const Playbook* playbook, const std::vector<int>& before) {
    std::vector<bool> leads(deal.commitments.size());
    for (const int place : before) {
        leads[static_cast<std::size_t>(place)] = true;
    }
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
        places.push_back(i);
    }
    sort_list(places, {}, [&](std::size_t i) { return std::string_view(deal.commitments[i].id.text); });
    Covered covered;
    std::vector<const Commitment*> dropped;
    for (const auto i : places) {
        const auto& one = deal.commitments[i];
        const auto state = state_of(one);
        if (one.decides) continue;
        if (state == CommitmentState::dropped && was_asked(one)) dropped.push_back(&one);
        const bool is_done = state == CommitmentState::kept || state == CommitmentState::not_needed;
        if (!is_done && (!is_open(one) || !leads[i])) continue;
        const bool is_step = playbook != nullptr && find_step(*playbook, one.step) != nullptr;
        if (is_step && std::ranges::find(covered.steps, one.step) == covered.steps.end()) {
            covered.steps.push_back(one.step);
        } else if (leads[i] || state == CommitmentState::not_needed) {
            ++covered.own;
        }
    }
    for (const auto* one : dropped) {
        const bool is_step = playbook != nullptr && find_step(*playbook, one->step) != nullptr;
        const bool is_covered = std::ranges::find(covered.steps, one->step) != covered.steps.end();
        const bool is_known = std::ranges::find(covered.dropped, one->step, &Commitment::step) != covered.dropped.end();
        if (!is_step || is_covered || is_known) ++covered.own;
        covered.dropped.push_back(one);
    }
    return covered;
}

}

std::vector<UnseenStep> unseen_steps(const Deal& deal, const Playbook* playbook, const std::vector<int>& before, int usual_steps) {
    const auto covered = covered_by(deal, playbook, before);
    std::vector<UnseenStep> unseen;
    const auto dropped_for = [&](const PlaybookStep& of) {
        const auto found = std::ranges::find(covered.dropped, of.id, &Commitment::step);
        return found == covered.dropped.end() ? nullptr : *found;
    };
    if (playbook == nullptr) {
        unseen.resize(static_cast<std::size_t>(std::max(0, usual_steps - 1)));
    } else {
        for (const auto* one : steps_before_decision(*playbook)) {
            if (std::ranges::find(covered.steps, one->id) == covered.steps.end()) unseen.push_back({one, nullptr});
        }
        // The likeliest are taken for those that one's own stand for.
        sort_list(unseen, {}, [](const UnseenStep& one) { return one.step->odds_a / (one.step->odds_a + one.step->odds_b); });
    }
    unseen.resize(unseen.size() - std::min(covered.own, unseen.size()));
    std::vector<const Commitment*> own_dropped = covered.dropped;
    for (auto& one : unseen) {
        if (one.step == nullptr) continue;
        one.dropped = dropped_for(*one.step);
        std::erase(own_dropped, one.dropped);
    }
    for (const auto* one : own_dropped) {
        unseen.push_back({nullptr, one});
    }
    return unseen;
}

}
