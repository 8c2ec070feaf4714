#include "app/session/update/show.hpp"

#include "app/session/drafts/log_drafts.hpp"

#include <utility>

namespace middleground {

namespace {

// Where the program starts the next time, if that is on the same day; empty: on a page over all deals.
void remember_open(World world, const DealId& id) {
    auto& settings = world.document.settings;
    const auto on = id.empty() ? std::nullopt : std::optional(world.platform.today());
    if (settings.last_open == id && settings.last_open_on == on) return;
    settings.last_open = id;
    settings.last_open_on = on;
    world.document.settings_unsaved = true;
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
    // Undo there is about playbooks only: elsewhere a toast's would take back something else.
    if ((screen_of(document) == Screen::playbooks) != (screen_of(next) == Screen::playbooks) && world.view.toast) world.view.toast->undo = false;
    if (other) keep_log_draft(world);
    document.shown.shown_ = std::move(next);
    if (const auto screen = screen_of(document); is_home_page(screen) && !buyer_plan_page_of(document)) document.shown.home_ = screen;
    if (other) load_log_draft(world);

    const auto* preview = preview_of(document);
    if (preview && preview->revision != looked_at_revision) forget_selection(world.view);
    const auto* entry = find_entry(document, open_id(document));
    if (entry && other) begin_with(world, *entry);
    if (entry) {
        remember_open(world, entry->deal.id);
    } else if (find_entry(document, left) && !preview && !buyer_plan_page_of(document)) {
        remember_open(world, {});
    }
}

void begin_with_today(World world) {
    show(world, shown::Today{});
    world.document.shown.first_ = Screen::today;
}

void go_to(World world, Screen screen) {
    show(world, gone_to(*world.document.shown, screen));
}

void open_deal(World world, const DealId& id, Screen screen) {
    if (find_entry(world.document, id)) show(world, opened(*world.document.shown, id, screen));
}

// Nothing is open any more.
static void show_home(World world) {
    switch (world.document.shown.home()) {
    case Screen::today:
        return show(world, shown::Today{});
    case Screen::week:
        return show(world, shown::Week{});
    default:
        return show(world, shown::Deals{});
    }
}

void close_preview(World world) {
    if (preview_of(world.document)) show_home(world);
    world.platform.clear_fragment();
}

void close_buyer_plan(World world) {
    world.platform.clear_fragment();
    const auto* plan = buyer_plan_page_of(world.document);
    if (!plan) return;
    if (plan->behind.empty()) return show_home(world);
    show(world, shown::DealPage{plan->behind, Screen::deal});
}

}
