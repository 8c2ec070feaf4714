#include "app/session/update/update_edit.hpp"

#include "app/session/store/store.hpp"
#include "app/session/update/update_list_edits.hpp"

namespace middleground {

void apply_edits(World world, const action::Apply& action) {
    const auto& open = open_id(world.document);
    const bool elsewhere = !action.deal.empty() && action.deal != open;
    auto* entry = find_entry(world.document, elsewhere ? action.deal : open);
    if (!entry || action.edits.empty()) {
        return;
    }
    auto deal = entry->deal;
    auto what = action.what.empty() ? describe(deal, action.edits.front()) : action.what;
    for (const auto& edit : action.edits) {
        auto next = middleground::apply(std::move(deal), edit, world.platform.today());
        if (!next) {
            world.view.error = next.error();
            return;
        }
        deal = std::move(*next);
    }
    if (deal == entry->deal) {
        return;
    }
    entry->archived = false;
    entry->history.record(std::move(entry->deal), what, action.key, world.platform.now_ms());
    entry->deal = std::move(deal);
    touch(world.document, *entry, world.platform.now_ms());
    world.view.error.reset();
    // Undo is there, too, where the list is what stays on the screen.
    if (elsewhere || screen_of(world.document) == Screen::today) {
        push_list_edit(world, entry->deal.id, what);
    } else {
        forget_list_edits(world.document, entry->deal.id);
    }
    if (action.toast) {
        show_toast(world.view, world.platform, std::move(what), true);
    }
}

void plan_deal(World world, const std::string& playbook_id) {
    const auto* playbook = find_playbook(world.document, playbook_id);
    if (!playbook) {
        world.view.error = Error{"There is no playbook \"" + playbook_id + "\"", {}, "Choose one from the list."};
        return;
    }
    edit::StartPlan plan{playbook->id, playbook->title, playbook->process, playbook->expected_group_size,
                         planned_commitments(*playbook, world.platform.today(), world.random), planned_with(*playbook)};
    apply_edits(world, {{std::move(plan)}, {}, {}, true, {}});
}

}
