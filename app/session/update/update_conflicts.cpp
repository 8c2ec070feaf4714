#include "app/session/update/update_conflicts.hpp"

#include "app/session/drafts/log_drafts.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_entry.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_list.hpp"
#include "app/session/update/update_list_edits.hpp"
#include "app/session/update/update_workspace.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace middleground {

namespace {

Entry* entry_in_conflict(World world, const DealId& id) {
    auto* entry = find_entry(world.document, id);
    return entry && conflict_of(entry->state) ? entry : nullptr;
}

std::vector<DealId> emptied_away(const Document& document) {
    std::vector<DealId> ids;
    for (const auto& entry : document.entries) {
        const auto* conflict = conflict_of(entry.state);
        if (conflict && conflict->did == OtherDid::cleared) ids.push_back(entry.deal.id);
    }
    return ids;
}

// What they made of it; an error is said.
std::optional<Look> theirs_of(World world, const Entry& entry) {
    auto look = look_at(world.document, entry, world.platform, conflict_of(entry.state)->there);
    if (look.deal) return look;
    world.view.error = Error{"The other version cannot be read", {}, "Keep both: yours becomes a separate deal, and the other one stays as it is."};
    return {};
}

// What follows storage is as storage has it; where both forms are there, saving leaves one.
void settle(World world, Entry& entry) {
    if (entry.seen.file && entry.seen.packed) touch(world.document, entry, world.platform.now_ms());
}

void let_go(World world, Entry& entry) {
    const auto id = entry.deal.id;
    entry.seen = {};
    entry.state = stored::Saved{};
    remove_deal(world, id);
}

void store_again(World world, Entry& entry) {
    entry.seen = {};
    entry.written = 0;
    entry.state = stored::Saved{};
    touch(world.document, entry, world.platform.now_ms());
    world.document.settings_unsaved = true;
}

DealId add_ours(World world, Deal ours) {
    ours.id = DealId::make(world.random);
    ours.title = told_apart(ours.title, " (mine)");
    const auto id = ours.id;
    add_entry(world, std::move(ours), "Kept both versions");
    return id;
}

// A version that nobody here can read stays where it is, beside the deals.
void keep_ours_beside(World world, Entry& entry) {
    const auto there = conflict_of(entry.state)->there;
    const auto id = entry.deal.id;
    const bool was_open = open_id(world.document) == id;
    const auto screen = screen_of(world.document);
    const auto ours = std::move(take_out_of_list(world, {id}).front().entry);
    load_stored(world.document, world.platform, id, there);
    const auto ours_id = add_ours(world, std::move(ours->deal));
    put_drafts_back(world, ours_id, ours->drafts);
    if (was_open) open_deal(world, ours_id, screen);
    show_toast(world.view, world.platform, "Yours is now a separate deal. The other version stays as it is", false);
}

}

void load_theirs(World world, const DealId& id) {
    if (id.empty()) {
        const auto ids = emptied_away(world.document);
        for (const auto& one : ids) {
            load_theirs(world, one);
        }
        show_toast(world.view, world.platform, "Removed " + counted(static_cast<int>(ids.size()), "deal", "deals"), true);
        return;
    }
    auto* entry = entry_in_conflict(world, id);
    if (!entry) return;
    if (!conflict_of(entry->state)->there.any()) return let_go(world, *entry);
    auto look = theirs_of(world, *entry);
    if (!look) return;
    const auto what = "Loaded the other version";
    forget_list_edits(world.document, id);
    follow(world.document, *entry, std::move(*look), what, world.platform.now_ms());
    settle(world, *entry);
    world.view.drafts.clear();
    show_toast(world.view, world.platform, what, true);
}

void keep_both(World world, const DealId& id) {
    if (id.empty()) {
        for (const auto& one : emptied_away(world.document)) {
            keep_both(world, one);
        }
        return;
    }
    auto* entry = entry_in_conflict(world, id);
    if (!entry) return;
    const auto& conflict = *conflict_of(entry->state);
    if (!conflict.there.any()) return store_again(world, *entry);
    if (conflict.did == OtherDid::unreadable) return keep_ours_beside(world, *entry);
    auto look = theirs_of(world, *entry);
    if (!look) return;
    const bool was_open = open_id(world.document) == id;
    auto ours = entry->deal;
    // Its history goes with ours: undo in theirs does not lead to what was never there.
    entry->history = {};
    follow(world.document, *entry, std::move(*look), "Kept both versions", world.platform.now_ms());
    entry->history = {};
    settle(world, *entry);
    const auto ours_id = add_ours(world, std::move(ours));
    if (was_open) open_deal(world, ours_id, screen_of(world.document));
    show_toast(world.view, world.platform, "Kept both. Yours is now a separate deal", false);
}

}
