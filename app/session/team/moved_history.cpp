#include "app/session/team/moved_history.hpp"

#include "core/merge/merge.hpp"

#include <optional>
#include <vector>

namespace middleground {

namespace {

// What `step` would be if theirs had come in before it was done; where both say something else, what was one's own.
std::optional<Deal> moved(const Deal& step, const Deal& before, const Deal& after) {
    // Only for words, and for days that were allowed when the step was done.
    const auto latest = Date::from_calendar(2999, 12, 1).value();
    const MergeInput input{&before, step, after, latest};
    const std::vector<MergeChoice> mine(merge(input).conflicts.size());
    auto deal = merged(input, mine, latest);
    if (!deal) return {};
    return std::move(*deal);
}

}

void move_history(Document& document, Entry& entry, const Deal& before) {
    const auto& after = entry.deal;
    entry.history.move_steps(after, [&](const Deal& step) { return moved(step, before, after); });
    for (auto* steps : {&document.undo_steps, &document.redo_steps}) {
        for (auto& step : *steps) {
            for (auto& deal : step.changed) {
                if (deal.id != after.id) continue;
                if (auto next = moved(deal, before, after)) deal = std::move(*next);
            }
        }
    }
}

}
