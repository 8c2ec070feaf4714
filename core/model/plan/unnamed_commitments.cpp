#include "core/model/plan/unnamed_commitments.hpp"

#include "core/base/text.hpp"
#include "core/model/edit/edit_steps.hpp"

#include <algorithm>

namespace middleground {

bool is_named(const Commitment& commitment) {
    return !trimmed(commitment.title).empty();
}

std::optional<Deal> without_unnamed(const Deal& deal) {
    std::vector<CommitmentId> unnamed;
    for (const auto& commitment : deal.commitments) {
        if (!is_named(commitment)) unnamed.push_back(commitment.id);
    }
    if (unnamed.empty()) return {};
    auto named = deal;
    for (const auto& id : unnamed) {
        edit_steps::take_out(named, id);
    }
    return named;
}

bool is_blank(const Commitment& commitment) {
    Commitment blank;
    blank.id = commitment.id;
    blank.created = commitment.created;
    blank.decides = commitment.decides;
    blank.title = commitment.title;
    return !is_named(commitment) && commitment == blank;
}

std::vector<Edit> put_before_decision(const Deal& deal, const Commitment& commitment) {
    std::vector<Edit> edits{edit::PutCommitment{commitment}};
    const auto decision = std::find_if(deal.commitments.begin(), deal.commitments.end(),
                                       [](const Commitment& one) { return one.decides && state_of(one) != CommitmentState::kept; });
    if (decision == deal.commitments.end()) return edits;
    auto waiting = *decision;
    waiting.prerequisites.push_back(commitment.id);
    edits.push_back(edit::MoveCommitment{commitment.id, static_cast<int>(decision - deal.commitments.begin())});
    edits.push_back(edit::PutCommitment{std::move(waiting)});
    return edits;
}

}
