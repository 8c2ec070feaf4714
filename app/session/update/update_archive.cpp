#include "app/session/update/update_archive.hpp"

#include "app/session/store/store_entry.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/text.hpp"

namespace middleground {

bool move_to_archive(World world, Entry& entry, bool archived) {
    if (const auto moved = set_archived(world.document, entry, world.platform, archived); !moved) {
        world.view.error = moved.error();
        return false;
    }
    entry.revision = world.document.next_revision++;
    return true;
}

void archive_deal(World world, const action::ArchiveDeal& action) {
    auto* entry = find_entry(world.document, action.id);
    if (!entry || entry->archived == action.archived || !move_to_archive(world, *entry, action.archived)) return;
    auto what = (action.archived ? "Archived " : "Unarchived ") + display_name(entry->deal);
    push_step(world, {action.archived ? WorkspaceStep::Kind::archived : WorkspaceStep::Kind::unarchived, action.id, what, 0, nullptr});
    show_toast(world.view, world.platform, std::move(what), true);
}

void archive_closed(World world) {
    int count = 0;
    for (auto& entry : world.document.entries) {
        if (entry.archived || std::holds_alternative<Open>(entry.deal.outcome)) continue;
        if (!move_to_archive(world, entry, true)) break;
        push_step(world, {WorkspaceStep::Kind::archived, entry.deal.id, "Archived " + display_name(entry.deal), 0, nullptr});
        ++count;
    }
    if (count > 0) show_toast(world.view, world.platform, "Archived " + counted(count, "closed deal", "closed deals"), count == 1);
}

}
