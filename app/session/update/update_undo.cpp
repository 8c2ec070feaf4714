#include "app/session/update/update_undo.hpp"

#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/doubles/update_doubles.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_archive.hpp"
#include "app/session/update/update_damaged.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_list.hpp"
#include "app/session/update/update_list_edits.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace middleground {

namespace {

// Moves the last step of `from` to `to` and turns it around: `leaves` says in which kind the deal goes away. False: storage refused, which is
// said, and it can be tried again.
bool take_step(World world, std::vector<WorkspaceStep>& from, std::vector<WorkspaceStep>& to, WorkspaceStep::Kind leaves) {
    auto step = std::move(from.back());
    from.pop_back();
    if (is_about_archive(step)) {
        auto* entry = find_entry(world.document, step.id);
        if (entry && !move_to_archive(world, *entry, !entry->archived)) {
            from.push_back(std::move(step));
            return false;
        }
    } else if (step.kind == WorkspaceStep::Kind::edited) {
        take_list_edit(world, step, &from == &world.document.undo_steps ? HistoryWay::back : HistoryWay::forward);
    } else if (step.kind == WorkspaceStep::Kind::discarded) {
        if (!toggle_discarded(world, *step.damaged)) {
            from.push_back(std::move(step));
            return false;
        }
    } else if (step.kind == WorkspaceStep::Kind::merged) {
        if (!toggle_merged(world, step, &from == &world.document.undo_steps ? HistoryWay::back : HistoryWay::forward)) {
            from.push_back(std::move(step));
            return false;
        }
    } else if (step.kind == WorkspaceStep::Kind::imported) {
        toggle_import(world, step);
    } else if (step.kind == leaves) {
        step.entry = remove_entry(world, step.id, step.index);
        if (!step.entry) {
            from.push_back(std::move(step));
            return false;
        }
    } else if (step.entry) {
        const bool open_it = step.kind == WorkspaceStep::Kind::created;
        step.mark = step.entry->history.mark();
        step.id = put_back(world, *step.entry, step.index);
        step.entry.reset();
        if (open_it) {
            open_deal(world, step.id, Screen::deal);
        }
    }
    to.push_back(std::move(step));
    return true;
}

// Those after it stay in their order, below it.
void make_last(std::vector<WorkspaceStep>& steps, std::size_t at) {
    const auto step = steps.begin() + static_cast<std::ptrdiff_t>(at);
    std::rotate(step, step + 1, steps.end());
}

}

void undo(World world) {
    auto& document = world.document;
    if (screen_of(document) == Screen::playbooks) return undo_playbook(world);
    drop_stale_list_edits(document, HistoryWay::back);
    auto* entry = find_entry(document, open_id(document));
    if (entry && is_merge_next(document.undo_steps, entry->deal.id, entry->history.undo_what())) {
        const auto what = document.undo_steps.back().what;
        if (!take_step(world, document.undo_steps, document.redo_steps, WorkspaceStep::Kind::created)) return;
        show_toast(world.view, world.platform, "Undone: " + what, false);
    } else if (entry && entry->history.can_undo()) {
        const auto what = entry->history.undo_what();
        forget_list_edits(document, open_id(document));
        replace_deal(world, *entry, *entry->history.undo(entry->deal));
        show_toast(world.view, world.platform, "Undone: " + what, false);
    } else if (const auto at = next_step(document, HistoryWay::back)) {
        make_last(document.undo_steps, *at);
        const auto what = document.undo_steps.back().what;
        if (!take_step(world, document.undo_steps, document.redo_steps, WorkspaceStep::Kind::created)) return;
        show_toast(world.view, world.platform, "Undone: " + what, false);
    }
}

void redo(World world) {
    auto& document = world.document;
    if (screen_of(document) == Screen::playbooks) return redo_playbook(world);
    drop_stale_list_edits(document, HistoryWay::forward);
    auto* entry = find_entry(document, open_id(document));
    if (entry && is_merge_next(document.redo_steps, entry->deal.id, entry->history.redo_what())) {
        const auto what = document.redo_steps.back().what;
        if (!take_step(world, document.redo_steps, document.undo_steps, WorkspaceStep::Kind::removed)) return;
        show_toast(world.view, world.platform, "Redone: " + what, false);
    } else if (entry && entry->history.can_redo()) {
        const auto what = entry->history.redo_what();
        forget_list_edits(document, open_id(document));
        replace_deal(world, *entry, *entry->history.redo(entry->deal));
        show_toast(world.view, world.platform, "Redone: " + what, false);
    } else if (const auto at = next_step(document, HistoryWay::forward)) {
        make_last(document.redo_steps, *at);
        const auto what = document.redo_steps.back().what;
        if (!take_step(world, document.redo_steps, document.undo_steps, WorkspaceStep::Kind::removed)) return;
        show_toast(world.view, world.platform, "Redone: " + what, false);
    }
}

}
