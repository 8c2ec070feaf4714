#include "core/merge/merge_decision.hpp"

#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace middleground::merging {

namespace {

// Each side set aside what the other went on with: the decision is in the plan again.
void bring_back(Run& run, Commitment& decision) {
    const auto set_aside = std::find_if(decision.events.rbegin(), decision.events.rend(),
                                        [](const CommitmentEvent& event) { return is_set_aside(state_after({}, event.kind)); });
    if (set_aside != decision.events.rend()) decision.events.erase(std::next(set_aside).base());
    run.note(MergeChange::What::changed, {MergeKind::commitment, decision.id.text, run.words.name(decision)}, "events", "What happened",
              "It decides, so it is not set aside");
}

}

void decide_decision(const MergeInput& input, Run& run, Deal& deal) {
    const auto decision_of = [](const Deal& copy) {
        const auto found =
            std::find_if(copy.commitments.begin(), copy.commitments.end(), [](const Commitment& one) { return one.decides; });
        return found == copy.commitments.end() ? CommitmentId{} : found->id;
    };
    const auto mine = decision_of(input.mine);
    const auto theirs = decision_of(input.theirs);
    const auto base = input.base ? decision_of(*input.base) : CommitmentId{};
    const About plan{MergeKind::commitment, {}, "The plan"};
    auto decision = mine;
    bool is_news = false;
    if (mine != theirs && theirs != base && !theirs.empty()) {
        if (mine == base || mine.empty()) {
            decision = theirs;
            is_news = true;
        } else {
            MergeConflict conflict{.label = "Decision",
                                   .mine = run.words.of(mine),
                                   .theirs = run.words.of(theirs),
                                   .choices = {MergeSide::mine, MergeSide::theirs}};
            if (!base.empty()) conflict.base = run.words.of(base);
            if (run.ask(plan, "decides", std::move(conflict)).side == MergeSide::theirs) decision = theirs;
        }
    }
    // Unless it is not there any more, or was set aside: then the other side's, or the last one.
    auto candidates = std::vector{decision, mine, theirs, base};
    for (const auto& item : plan_of(deal) | std::views::reverse) {
        candidates.push_back(item.id);
    }
    const auto is_there = [&](const CommitmentId& id) { return find(deal, id) != nullptr; };
    auto found = std::ranges::find_if(candidates, [&](const CommitmentId& id) { return is_there(id) && !is_set_aside(*find(deal, id)); });
    const bool all_set_aside = found == candidates.end();
    if (all_set_aside) found = std::ranges::find_if(candidates, is_there);
    if (is_news && found != candidates.end() && *found == theirs) {
        run.note(MergeChange::What::changed, plan, "decides", "Decision", run.words.of(theirs));
    }
    for (auto& commitment : deal.commitments) {
        commitment.decides = found != candidates.end() && commitment.id == *found;
        if (commitment.decides && all_set_aside) bring_back(run, commitment);
    }
}

}
