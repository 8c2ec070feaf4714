#include "app/session/update/update_open.hpp"

#include "app/session/store/stored_snapshots.hpp"
#include "app/session/history/update_history.hpp"
#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/restore.hpp"
#include "app/session/team/join_team.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_list.hpp"
#include "core/files/any_file.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/files/link/snapshot_link.hpp"

namespace middleground {

namespace {

void show_preview(World world, Deal deal, std::string_view source) {
    Preview preview{std::move(deal), world.document.next_revision++, std::string(source)};
    if (const auto* mine = find_entry(world.document, preview.deal.id)) {
        preview.base = common_snapshot(world.platform, mine->deal, preview.deal);
    }
    show(world, shown::PreviewPage{std::move(preview)});
    world.view.error.reset();
}

void show_plan(World world, BuyerPlan plan, bool from_file) {
    show(world, shown::BuyerPlanPage{std::move(plan), from_file});
    world.view.error.reset();
    world.view.toast.reset();
}

void show_snapshot(World world, io::Snapshot snapshot) {
    if (auto* plan = std::get_if<BuyerPlan>(&snapshot)) {
        show_plan(world, std::move(*plan), false);
    } else {
        show_preview(world, std::get<Deal>(std::move(snapshot)), "the link");
    }
}

}

void refuse_file(ViewState& view, Error error) {
    constexpr std::size_t most = 300; // bytes of what is named
    constexpr std::string_view more = "; and more";
    if (const auto& said = view.error; said && said->what == error.what && said->remedy == error.remedy && !said->where.empty()) {
        const auto& named = said->where;
        const bool is_named = ("; " + named + "; ").contains("; " + error.where + "; "); // whole: "a.json" stands in "data.json", too
        if (is_named || named.ends_with(more)) return;
        error.where = named + (named.size() + error.where.size() > most ? std::string(more) : "; " + error.where);
    }
    view.error = std::move(error);
}

void open_file(World world, std::string_view name, std::string_view bytes) {
    if (is_table(name, bytes)) {
        if (world.view.history.open) {
            take_history(world, name, bytes);
            return;
        }
        add_table(world, name, bytes);
        return;
    }
    auto file = io::read_any_file(bytes, world.platform.today());
    if (!file) {
        auto error = std::move(file.error());
        error.where = std::string(name) + (error.where.empty() ? "" : ", " + error.where);
        refuse_file(world.view, std::move(error));
    } else if (auto* backup = std::get_if<io::Backup>(&*file)) {
        restore_backup(world, name, std::move(*backup));
    } else if (auto* playbook = std::get_if<Playbook>(&*file)) {
        show_incoming_playbook(world, std::move(*playbook), name);
    } else if (auto* plan = std::get_if<BuyerPlan>(&*file)) {
        show_plan(world, std::move(*plan), true);
    } else {
        show_preview(world, std::get<Deal>(std::move(*file)), name);
    }
}

void open_link(World world, std::string_view text) {
    if (is_team_link(text)) return open_team_link(world, text);
    if (io::looks_like_playbook_link(text)) {
        if (auto playbook = io::decode_playbook_link(text)) return show_incoming_playbook(world, std::move(*playbook), "the link");
        else world.view.error = playbook.error();
        world.platform.clear_fragment();
        return;
    }
    if (io::wants_passphrase(text)) {
        world.view.unlock = UnlockDraft{.link = std::string(text)};
        world.view.error.reset();
        return;
    }
    auto snapshot = io::decode_snapshot(text, world.platform.today());
    if (!snapshot) {
        world.view.error = snapshot.error();
        world.platform.clear_fragment();
    } else {
        show_snapshot(world, std::move(*snapshot));
    }
}

void unlock_link(World world) {
    auto& unlock = world.view.unlock;
    if (!unlock) {
        return;
    }
    auto snapshot = io::decode_snapshot(unlock->link, world.platform.today(), unlock->typed);
    if (!snapshot) {
        unlock->error = snapshot.error();
        return;
    }
    io::wipe(unlock->typed);
    unlock.reset();
    show_snapshot(world, std::move(*snapshot));
}

void close_unlock(World world) {
    if (world.view.unlock) {
        io::wipe(world.view.unlock->typed);
    }
    world.view.unlock.reset();
    world.platform.clear_fragment();
}

void save_copy(World world) {
    const auto* preview = preview_of(world.document);
    if (!preview) {
        return;
    }
    auto deal = preview->deal;
    const auto screen = screen_of(world.document);
    world.platform.clear_fragment();
    if (const auto* known = same_deal(world.document, deal)) {
        const auto id = known->deal.id;
        open_deal(world, id, screen);
        show_toast(world.view, world.platform, "You already have this deal, here it is", false);
        return;
    }
    deal.based_on = io::snapshot_name(deal);
    if (find_entry(world.document, deal.id)) {
        deal.id = DealId::make(world.random);
        deal.title = told_apart(deal.title, " (copy)");
    } else {
        store_snapshot(world.platform, deal, deal.based_on);
    }
    const auto id = deal.id;
    auto what = "Saved a copy of " + deal.title;
    add_entry(world, std::move(deal), what);
    open_deal(world, id, screen);
    show_toast(world.view, world.platform, std::move(what), true);
}

}
