#include "app/session/update/update_workspace.hpp"

#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/text.hpp"
#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <algorithm>

namespace middleground {

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
    step.entry = remove_entry(world, id, step.index);
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
    copy.diary.clear(); // of another deal nothing was believed yet
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

}
