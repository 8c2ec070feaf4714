#include "app/session/doubles/update_doubles.hpp"

#include "app/session/store/store.hpp"
#include "app/session/update/update_list.hpp"
#include "app/session/update/update_list_edits.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

// What another window made of it has to be looked at first: nobody knows which of the two would be merged.
bool refuse_conflict(World world, const Entry& entry) {
    if (!std::holds_alternative<stored::Conflict>(entry.state)) return false;
    world.view.error = Error{"Not merged: " + display_name(entry.deal) + " was changed in " + world.document.elsewhere, {},
                             "Open it and say which version counts; then merge."};
    return true;
}

// As it was: also what was believed of it.
void put(World world, Entry& entry, Deal deal) {
    entry.archived = false;
    entry.deal = std::move(deal);
    touch(world.document, entry, world.platform.now_ms());
    world.view.drafts.clear();
}

}

void merge_deals(World world, const action::MergeDeals& action) {
    const auto* kept = find_entry(world.document, action.kept);
    const auto* gone = find_entry(world.document, action.gone);
    if (!kept || !gone) {
        world.view.error = Error{"Not merged: one of the two deals is no longer there", {}, "Undo brings it back."};
        return;
    }
    if (refuse_conflict(world, *kept) || refuse_conflict(world, *gone)) return;
    auto merged = merged_deals({kept->deal, gone->deal, world.platform.today(), world.platform.seed()}, action.pairs, action.choices);
    if (!merged) {
        auto error = merged.error();
        error.what = "Not merged: " + error.what;
        world.view.error = std::move(error);
        return;
    }
    WorkspaceStep step;
    step.kind = WorkspaceStep::Kind::merged;
    step.id = action.kept;
    step.what = "Merged " + display_name(gone->deal) + " into " + display_name(kept->deal);
    step.entry = remove_entry(world, action.gone, step.index);
    if (!step.entry) return; // storage refused, and nothing has changed
    auto& entry = *find_entry(world.document, action.kept);
    entry.history.record(entry.deal, step.what, {}, world.platform.now_ms());
    put(world, entry, std::move(merged->deal));
    world.view.error.reset();
    auto what = step.what;
    push_step(world, std::move(step));
    show_toast(world.view, world.platform, std::move(what), true);
}

bool toggle_merged(World world, WorkspaceStep& step, HistoryWay way) {
    auto* kept = find_entry(world.document, step.id);
    const bool back = way == HistoryWay::back;
    const bool is_last = kept && (back ? kept->history.undo_what() : kept->history.redo_what()) == step.what;
    if (!is_last && (!back || (kept && kept->history.can_undo()))) {
        world.view.error = Error{(kept ? display_name(kept->deal) : std::string("The deal")) + " was changed after that", {}, "Open it and undo those changes first."};
        return false;
    }
    if (back) {
        if (is_last) put(world, *kept, *kept->history.undo(kept->deal));
        if (step.entry) step.added = {put_back(world, *step.entry, step.index)};
        step.entry.reset();
        return true;
    }
    if (!step.added.empty()) {
        step.entry = remove_entry(world, step.added.front(), step.index);
        if (!step.entry) return false;
    }
    kept = find_entry(world.document, step.id); // the list has changed
    put(world, *kept, *kept->history.redo(kept->deal));
    return true;
}

bool is_merge_next(std::vector<WorkspaceStep>& steps, const DealId& id, std::string_view what) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (step->kind != WorkspaceStep::Kind::merged || step->id != id || step->what != what) continue;
        std::rotate(step.base() - 1, step.base(), steps.end());
        return true;
    }
    return false;
}

}
