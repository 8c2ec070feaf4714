#include "app/session/update/update_merge.hpp"

#include "app/session/store/stored_snapshots.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/update_team.hpp"
#include "app/session/update/show.hpp"
#include "core/base/text.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <algorithm>

namespace middleground {

void apply_merge(World world, const action::ApplyMerge& action) {
    const auto* preview = preview_of(world.document);
    auto* entry = preview ? find_entry(world.document, preview->deal.id) : nullptr;
    if (!entry) {
        return;
    }
    const auto today = world.platform.today();
    const MergeInput input{preview->base ? &*preview->base : nullptr, entry->deal, preview->deal, today};
    std::vector<MergeChoice> choices;
    for (const auto side : action.sides) {
        choices.push_back({side, make_id_text(world.random)});
    }
    constexpr int days_ahead = 1; // theirs may have been written further east
    auto deal = merged(input, choices, today + days_ahead);
    if (!deal) {
        auto error = deal.error();
        error.what = "Not merged: " + error.what;
        world.view.error = std::move(error);
        return;
    }
    entry->archived = false;
    const bool of_team = preview->of_team;
    if (!of_team) {
        deal->based_on = io::snapshot_name(preview->deal);
        store_snapshot(world.platform, preview->deal, deal->based_on);
    }

    const auto taken = std::ranges::count_if(action.sides, [](MergeSide side) { return side != MergeSide::mine; });
    const auto count = static_cast<int>(merge(input).changes.size()) + static_cast<int>(taken);
    auto what = "Merged " + counted(count, "change", "changes") + " from " + preview->source;
    const bool changed = !same_content(*deal, entry->deal);
    if (changed) {
        entry->history.record(std::move(entry->deal), what, {}, world.platform.now_ms());
    }
    entry->deal = std::move(*deal);
    touch(world.document, *entry, world.platform.now_ms());
    world.view.merge = {};
    world.view.error.reset();
    world.platform.clear_fragment();
    const auto id = entry->deal.id;
    open_deal(world, id, Screen::deal);
    show_toast(world.view, world.platform, changed ? std::move(what) : "Kept yours as it is", changed);
    if (of_team) answer_team(world, id);
}

}
