#include "app/session/update/update_workspace.hpp"

#include "app/session/kept_snapshots.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_entry.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_archive.hpp"
#include "app/session/update/update_files.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_list_edits.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Takes the deal out of the list and out of storage.
std::shared_ptr<Entry> take_entry(World world, const DealId& id, int& index) {
    auto& entries = world.document.entries;
    const auto place = std::ranges::find(entries, id, [](const Entry& entry) { return entry.deal.id; });
    if (place == entries.end()) {
        return nullptr;
    }
    if (!take_out_of_storage(world, *place)) {
        return nullptr;
    }
    index = static_cast<int>(place - entries.begin());
    auto entry = std::make_shared<Entry>(std::move(*place));
    entries.erase(place);
    world.document.settings_unsaved = true;
    if (open_id(world.document) == id) show(world, plan_of(world.document) ? without_deal(*world.document.shown, id) : shown::Deals{});
    return entry;
}

// The answer is its id: another one when there is such a deal again by now.
DealId put_entry(World world, const std::shared_ptr<Entry>& entry, int index) {
    auto& entries = world.document.entries;
    make_room_for(world, *entry);
    const auto at = std::clamp(index, 0, static_cast<int>(entries.size()));
    const auto place = entries.insert(entries.begin() + at, std::move(*entry));
    touch(world.document, *place, world.platform.now_ms());
    world.document.settings_unsaved = true;
    return place->deal.id;
}

bool is_about_archive(const WorkspaceStep& step) {
    return step.kind == WorkspaceStep::Kind::archived || step.kind == WorkspaceStep::Kind::unarchived;
}

// The step that undo would take beyond the open deal's own history: on Deals any, in a deal only its creation or archiving.
bool is_step_in_reach(const Document& document, const std::vector<WorkspaceStep>& steps) {
    if (steps.empty()) return false;
    const auto& last = steps.back();
    return open_id(document).empty() || (last.id == open_id(document) && (last.kind == WorkspaceStep::Kind::created || is_about_archive(last)));
}

// Its creation cannot be done again in it: then it would not be there.
bool can_redo_step(const Document& document) {
    return !document.redo_steps.empty() && (open_id(document).empty() || is_step_in_reach(document, document.redo_steps));
}

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
    } else if (step.kind == WorkspaceStep::Kind::imported) {
        toggle_import(world, step);
    } else if (step.kind == leaves) {
        step.entry = take_entry(world, step.id, step.index);
        if (!step.entry) {
            from.push_back(std::move(step));
            return false;
        }
    } else if (step.entry) {
        const bool open_it = step.kind == WorkspaceStep::Kind::created;
        step.id = put_entry(world, step.entry, step.index);
        step.entry.reset();
        if (open_it) {
            open_deal(world, step.id, Screen::deal);
        }
    }
    to.push_back(std::move(step));
    return true;
}

}

bool take_out_of_storage(World world, Entry& entry) {
    if (const auto removed = remove_stored(world.document, entry, world.platform); !removed) {
        world.view.error = removed.error();
        return false;
    }
    drop_snapshots(world.platform, entry.deal.id);
    remove_stored_drafts(world.platform, entry.deal.id);
    return true;
}

void make_room_for(World world, Entry& entry) {
    if (!find_entry(world.document, entry.deal.id)) return;
    entry.deal.id = DealId::make(world.random);
    entry.deal.title = told_apart(entry.deal.title, " (restored)");
}

void push_step(World world, WorkspaceStep step) {
    world.document.undo_steps.push_back(std::move(step));
    world.document.redo_steps.clear();
}

std::string display_name(const Deal& deal) {
    return deal.title.empty() ? deal.account : deal.title;
}

Entry& add_entry(World world, Deal deal, std::string what) {
    Entry entry;
    entry.deal = std::move(deal);
    touch(world.document, entry, world.platform.now_ms());
    push_step(world, {WorkspaceStep::Kind::created, entry.deal.id, std::move(what), 0, nullptr});
    world.document.settings_unsaved = true;
    return *world.document.entries.insert(world.document.entries.begin(), std::move(entry));
}

void create_deal(World world, const action::CreateDeal& action) {
    const auto* playbook = find_playbook(world.document, action.playbook);
    if (!playbook) {
        world.view.error = Error{"There is no playbook \"" + action.playbook + "\"", {}, "Choose one from the list."};
        return;
    }
    auto title = action.title.empty() ? action.account : action.title;
    auto deal = start_deal(*playbook, title, action.account, world.platform.today(), world.random);
    deal.seller = world.document.settings.seller;
    const auto id = deal.id;
    add_entry(world, std::move(deal), "Started " + title);
    open_deal(world, id, Screen::deal);
    show_toast(world.view, world.platform, "Started " + title, true);
}

void remove_deal(World world, const DealId& id) {
    const auto* entry = find_entry(world.document, id);
    if (!entry) {
        return;
    }
    const auto what = "Removed " + display_name(entry->deal);
    WorkspaceStep step{WorkspaceStep::Kind::removed, id, what, 0, nullptr};
    step.entry = take_entry(world, id, step.index);
    if (!step.entry) {
        return;
    }
    push_step(world, std::move(step));
    show_toast(world.view, world.platform, what, true);
}

void duplicate_deal(World world, const DealId& id) {
    const auto* entry = find_entry(world.document, id);
    if (!entry) {
        return;
    }
    auto copy = entry->deal;
    copy.id = DealId::make(world.random);
    copy.title = told_apart(copy.title, " (copy)");
    copy.sample = false;
    copy.based_on.clear();
    auto what = "Copied " + display_name(entry->deal);
    add_entry(world, std::move(copy), what);
    show_toast(world.view, world.platform, std::move(what), true);
}

void move_deal(World world, const action::MoveDeal& action) {
    auto& entries = world.document.entries;
    const auto place = std::ranges::find(entries, action.id, [](const Entry& entry) { return entry.deal.id; });
    if (place == entries.end()) {
        return;
    }
    const auto to = entries.begin() + std::clamp(action.to, 0, static_cast<int>(entries.size()) - 1);
    if (to > place) {
        std::rotate(place, place + 1, to + 1);
    } else {
        std::rotate(to, place, place + 1);
    }
    world.document.settings_unsaved = true;
}

int add_samples(World world) {
    int added = 0;
    const auto samples = assets::samples();
    for (auto asset = samples.rbegin(); asset != samples.rend(); ++asset) {
        auto deal = io::read_sample(asset->bytes, world.platform.today());
        if (!deal) {
            world.view.error = deal.error();
            continue;
        }
        if (find_entry(world.document, deal->id)) {
            continue;
        }
        Entry entry;
        entry.deal = std::move(*deal);
        touch(world.document, entry, world.platform.now_ms());
        world.document.entries.push_back(std::move(entry));
        ++added;
    }
    world.document.settings.samples_offered = true;
    world.document.settings_unsaved = true;
    return added;
}

std::string added_samples_words(int count) {
    return count == 0 ? "The samples are already there" : "Added " + counted(count, "sample deal", "sample deals");
}

void remove_samples(World world) {
    int removed = 0;
    for (int i = static_cast<int>(world.document.entries.size()) - 1; i >= 0; --i) {
        const auto& deal = world.document.entries[static_cast<std::size_t>(i)].deal;
        if (deal.sample) {
            remove_deal(world, DealId(deal.id));
            ++removed;
        }
    }
    show_toast(world.view, world.platform,
               removed == 0 ? "There were no samples" : "Removed " + counted(removed, "sample deal", "sample deals"), removed == 1);
}

void undo(World world) {
    auto& document = world.document;
    drop_stale_list_edits(document, HistoryWay::back);
    auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_undo()) {
        const auto what = entry->history.undo_what();
        forget_list_edits(document, open_id(document));
        replace_deal(world, *entry, *entry->history.undo(entry->deal));
        show_toast(world.view, world.platform, "Undone: " + what, false);
    } else if (is_step_in_reach(document, document.undo_steps)) {
        const auto what = document.undo_steps.back().what;
        if (!take_step(world, document.undo_steps, document.redo_steps, WorkspaceStep::Kind::created)) return;
        show_toast(world.view, world.platform, "Undone: " + what, false);
    }
}

void redo(World world) {
    auto& document = world.document;
    drop_stale_list_edits(document, HistoryWay::forward);
    auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_redo()) {
        const auto what = entry->history.redo_what();
        forget_list_edits(document, open_id(document));
        replace_deal(world, *entry, *entry->history.redo(entry->deal));
        show_toast(world.view, world.platform, "Redone: " + what, false);
    } else if (can_redo_step(document)) {
        const auto what = document.redo_steps.back().what;
        if (!take_step(world, document.redo_steps, document.undo_steps, WorkspaceStep::Kind::removed)) return;
        show_toast(world.view, world.platform, "Redone: " + what, false);
    }
}

std::string undo_what(const Document& document) {
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_undo()) {
        return entry->history.undo_what();
    }
    return is_step_in_reach(document, document.undo_steps) ? document.undo_steps.back().what : std::string();
}

std::string redo_what(const Document& document) {
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_redo()) {
        return entry->history.redo_what();
    }
    return can_redo_step(document) ? document.redo_steps.back().what : std::string();
}

}
