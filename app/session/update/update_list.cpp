#include "app/session/update/update_list.hpp"

#include "app/session/drafts/log_drafts.hpp"
#include "app/session/store/stored_snapshots.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_entry.hpp"
#include "app/session/update/show.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace middleground {

namespace {

// A deal that comes back gets an id of its own when another tab has brought it back by now.
void make_room_for(World world, Entry& entry) {
    if (!find_entry(world.document, entry.deal.id)) return;
    entry.deal.id = DealId::make(world.random);
    entry.deal.title = told_apart(entry.deal.title, " (restored)");
}

// Ready to stand in the list again.
void bring_back(World world, Entry& entry) {
    make_room_for(world, entry);
    put_drafts_back(world, entry.deal.id, std::exchange(entry.drafts, {}));
    touch(world.document, entry, world.platform.now_ms());
}

}

std::string display_name(const Deal& deal) {
    return deal.title.empty() ? deal.account : deal.title;
}

void push_step(World world, WorkspaceStep step) {
    world.document.undo_steps.push_back(std::move(step));
    world.document.redo_steps.clear();
}

Entry& add_entry(World world, Deal deal, std::string what) {
    Entry entry;
    entry.deal = std::move(deal);
    touch(world.document, entry, world.platform.now_ms());
    push_step(world, {WorkspaceStep::Kind::created, entry.deal.id, std::move(what), 0, nullptr});
    world.document.settings_unsaved = true;
    return *world.document.entries.insert(world.document.entries.begin(), std::move(entry));
}

DealId put_back(World world, Entry& entry, int index) {
    auto& entries = world.document.entries;
    bring_back(world, entry);
    const auto at = std::clamp(index, 0, static_cast<int>(entries.size()));
    const auto place = entries.insert(entries.begin() + at, std::move(entry));
    world.document.settings_unsaved = true;
    return place->deal.id;
}

void put_back_at_top(World world, std::span<const std::shared_ptr<Entry>> held) {
    auto& entries = world.document.entries;
    std::vector<Entry> back;
    back.reserve(held.size());
    for (const auto& entry : held) {
        bring_back(world, *entry);
        back.push_back(std::move(*entry));
    }
    entries.insert(entries.begin(), std::make_move_iterator(back.begin()), std::make_move_iterator(back.end()));
    world.document.settings_unsaved = true;
}

bool take_out_of_storage(World world, Entry& entry) {
    if (const auto removed = remove_stored(world.document, entry, world.platform); !removed) {
        world.view.error = removed.error();
        return false;
    }
    drop_snapshots(world.platform, entry.deal.id);
    return true;
}

std::vector<Leaving> take_out_of_list(World world, std::vector<DealId> ids) {
    auto& document = world.document;
    sort_list(ids);
    const auto leaves = [&](const DealId& id) { return std::ranges::binary_search(ids, id); };
    // Stored first, so that it is among the drafts that go along.
    if (leaves(open_id(document))) keep_log_draft(world);
    std::vector<Leaving> leaving;
    std::vector<Entry> stay;
    stay.reserve(document.entries.size());
    int index = 0;
    for (auto& entry : document.entries) {
        if (leaves(entry.deal.id)) {
            entry.drafts = take_stored_drafts(world.platform, entry.deal.id);
            leaving.push_back({index, std::make_shared<Entry>(std::move(entry))});
        } else {
            stay.push_back(std::move(entry));
        }
        ++index;
    }
    document.entries = std::move(stay);
    if (const auto open = open_id(document); leaves(open)) show(world, without_deal(*document.shown, open));
    return leaving;
}

std::shared_ptr<Entry> remove_entry(World world, const DealId& id, int& index) {
    auto* entry = find_entry(world.document, id);
    if (!entry || !take_out_of_storage(world, *entry)) return nullptr;
    const bool was_open = open_id(world.document) == id;
    auto leaving = take_out_of_list(world, {id});
    if (was_open) go_to(world, world.document.shown.home());
    world.document.settings_unsaved = true;
    index = leaving.front().index;
    return std::move(leaving.front().entry);
}

}
