#include "app/session/update/update_list_edits.hpp"

#include "app/session/store/store.hpp"
#include "app/session/update/update_list.hpp"

namespace middleground {

namespace {

// Whether the change is still the last step of the deal's own history.
bool can_take(const Entry* entry, const WorkspaceStep& step, HistoryWay way) {
    return entry && (way == HistoryWay::back ? entry->history.undo_what() : entry->history.redo_what()) == step.what;
}

}

void push_list_edit(World world, const DealId& id, std::string what) {
    WorkspaceStep step;
    step.kind = WorkspaceStep::Kind::edited;
    step.id = id;
    step.what = std::move(what);
    push_step(world, std::move(step));
}

void forget_list_edits(Document& document, const DealId& id) {
    const auto is_one = [&](const WorkspaceStep& step) { return step.kind == WorkspaceStep::Kind::edited && step.id == id; };
    std::erase_if(document.undo_steps, is_one);
    std::erase_if(document.redo_steps, is_one);
}

void drop_stale_list_edits(Document& document, HistoryWay way) {
    auto& steps = way == HistoryWay::back ? document.undo_steps : document.redo_steps;
    // A merge that was taken back can be done again only while nothing else was done to the deal; nothing is held for it.
    const auto is_one = [&](const WorkspaceStep& step) {
        return step.kind == WorkspaceStep::Kind::edited || (step.kind == WorkspaceStep::Kind::merged && way == HistoryWay::forward);
    };
    while (!steps.empty() && is_one(steps.back()) && !can_take(find_entry(document, steps.back().id), steps.back(), way)) {
        steps.pop_back();
    }
}

void take_list_edit(World world, const WorkspaceStep& step, HistoryWay way) {
    auto* entry = find_entry(world.document, step.id);
    if (!can_take(entry, step, way)) return;
    entry->archived = false;
    auto deal = way == HistoryWay::back ? entry->history.undo(entry->deal) : entry->history.redo(entry->deal);
    replace_deal(world, *entry, std::move(*deal));
}

void replace_deal(World world, Entry& entry, Deal deal) {
    deal.diary = std::move(entry.deal.diary); // undone is what was done, not what was believed
    entry.deal = std::move(deal);
    touch(world.document, entry, world.platform.now_ms());
    world.view.drafts.clear();
}

}
