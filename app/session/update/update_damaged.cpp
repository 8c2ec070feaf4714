#include "app/session/update/update_damaged.hpp"

#include "app/session/update/update_files.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/file_name.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

void save_damaged(World world, const std::string& key) {
    const auto found = std::ranges::find(world.document.damaged, key, &Damaged::key);
    if (found == world.document.damaged.end()) {
        return;
    }
    hand_over(world, file_name_of("damaged-" + key, ".txt"), found->text, "text/plain");
}

void remove_damaged(World world, const std::string& key) {
    const auto found = std::ranges::find(world.document.damaged, key, &Damaged::key);
    if (found == world.document.damaged.end() || found->why == Damaged::Why::later) {
        return;
    }
    WorkspaceStep step;
    step.kind = WorkspaceStep::Kind::discarded;
    step.what = "Removed an entry that could not be read";
    step.damaged = *found;
    if (!toggle_discarded(world, *step.damaged)) return;
    auto what = step.what;
    push_step(world, std::move(step));
    show_toast(world.view, world.platform, std::move(what), true);
}

bool toggle_discarded(World world, const Damaged& damaged) {
    auto& list = world.document.damaged;
    const auto there = world.platform.read(damaged.key);
    const auto found = std::ranges::find(list, damaged.key, &Damaged::key);
    const bool goes = found != list.end();
    // What another tab put there meanwhile stays.
    if (there && *there != (goes ? std::optional(damaged.text) : std::nullopt)) {
        if (goes) list.erase(found);
        world.view.error = Error{"Something else has been stored there since", damaged.key, {}};
        return false;
    }
    const auto done = !there ? std::unexpected(there.error())
                      : goes ? world.platform.remove(damaged.key)
                             : world.platform.write(damaged.key, damaged.text);
    if (!done) {
        world.view.error = done.error();
        return false;
    }
    if (goes) {
        list.erase(found);
    } else {
        list.push_back(damaged);
    }
    return true;
}

}
