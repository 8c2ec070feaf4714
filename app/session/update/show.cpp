#include "app/session/update/show.hpp"

#include "app/session/drafts/log_drafts.hpp"

#include <utility>

namespace middleground {

namespace {

// Where the program starts the next time; empty: on the list of deals.
void remember_open(Document& document, const DealId& id) {
    if (document.settings.last_open == id) return;
    document.settings.last_open = id;
    document.settings_unsaved = true;
}

void forget_selection(ViewState& view) {
    view.person = {};
    view.commitment = {};
    view.interaction = {};
}

void begin_with(World world, const Entry& entry) {
    // Whoever opens the deal at one of its people has chosen that person already.
    const auto person = find(entry.deal, world.view.person) ? world.view.person : StakeholderId();
    forget_selection(world.view);
    world.view.person = person;
    world.view.facts = {};
    world.view.drafts.clear();
}

}

void show(World world, Shown next) {
    auto& document = world.document;
    const auto left = open_id(document);
    const auto* looked_at = preview_of(document);
    const auto looked_at_revision = looked_at ? looked_at->revision : 0;
    const bool other = open_id(next) != left;
    if (other) keep_log_draft(world);
    document.shown.shown_ = std::move(next);
    if (other) load_log_draft(world);

    const auto* preview = preview_of(document);
    if (preview && preview->revision != looked_at_revision) forget_selection(world.view);
    const auto* entry = find_entry(document, open_id(document));
    if (entry && other) begin_with(world, *entry);
    if (entry) {
        remember_open(document, entry->deal.id);
    } else if (find_entry(document, left) && !preview && !buyer_plan_page_of(document)) {
        remember_open(document, {});
    }
}

void go_to(World world, Screen screen) {
    show(world, gone_to(*world.document.shown, screen));
}

void open_deal(World world, const DealId& id, Screen screen) {
    if (find_entry(world.document, id)) show(world, opened(*world.document.shown, id, screen));
}

void close_preview(World world) {
    if (preview_of(world.document)) show(world, shown::Deals{});
    world.platform.clear_fragment();
}

void close_buyer_plan(World world) {
    world.platform.clear_fragment();
    const auto* plan = buyer_plan_page_of(world.document);
    if (!plan) return;
    show(world, plan->behind.empty() ? Shown(shown::Deals{}) : Shown(shown::DealPage{plan->behind, Screen::deal}));
}

}
