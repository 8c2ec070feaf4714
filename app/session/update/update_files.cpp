#include "app/session/update/update_files.hpp"

#include "app/session/kept_snapshots.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_workspace.hpp"
#include "core/base/file_name.hpp"
#include "core/files/any_file.hpp"
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/qr_code.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::string_view json_type = "application/json";

void show_preview(World world, Deal deal, std::string_view source) {
    Preview preview{std::move(deal), world.document.next_revision++, std::string(source)};
    if (const auto* mine = find_entry(world.document, preview.deal.id)) {
        preview.base = kept_base(world.platform, mine->deal, preview.deal);
    }
    show(world, shown::PreviewPage{std::move(preview)});
    world.view.error.reset();
}

const Deal* shown_deal(World world) {
    const auto* entry = find_entry(world.document, open_id(world.document));
    const auto* preview = preview_of(world.document);
    return entry ? &entry->deal : preview ? &preview->deal : nullptr;
}

// What is handed to others may come back changed.
void keep_if_ours(World world, const Deal& deal) {
    if (!preview_of(world.document)) keep_snapshot(world.platform, deal, deal.based_on);
}

void show_plan(World world, BuyerPlan plan, bool from_file) {
    show(world, shown::BuyerPlanPage{std::move(plan), from_file});
    world.view.error.reset();
    world.view.toast.reset();
}

}

bool hand_over(World world, std::string_view name, std::string_view bytes, std::string_view type) {
    const auto place = world.platform.save_file(name, bytes, type);
    if (!place) {
        world.view.error = place.error();
        return false;
    }
    show_toast(world.view, world.platform, "Saved " + *place, false);
    return true;
}

void save_deal_file(World world) {
    const auto* deal = shown_deal(world);
    if (deal && hand_over(world, file_name_of(deal->account + " " + deal->title, ".json"), io::write_deal(*deal), json_type)) {
        keep_if_ours(world, *deal);
    }
}

void save_export(World world, ExportFormat format, bool buyer_safe) {
    const auto* deal = shown_deal(world);
    const auto today = world.platform.today();
    if (const auto* shown = plan_of(world.document)) {
        const auto& plan = shown->plan;
        const auto file = export_plan(plan, format);
        hand_over(world, file_name_of(plan.account + " plan", file.extension), file.bytes, file.type);
    } else if (deal && buyer_safe) {
        const auto file = export_plan(buyer_plan(*deal, today, find_playbook(world.document, deal->playbook)), format);
        // The title of the deal may say what the buyer should not read.
        hand_over(world, file_name_of(deal->account + " plan", file.extension), file.bytes, file.type);
    } else if (deal) {
        const auto file = export_deal(*deal, format, today);
        if (format == ExportFormat::json) keep_if_ours(world, *deal);
        hand_over(world, file_name_of(deal->account + " " + deal->title, file.extension), file.bytes, file.type);
    }
}

void save_qr_code(World world, const std::string& link, bool as_drawing) {
    const auto* deal = shown_deal(world);
    const auto code = qr_code(link);
    if (!deal || !code) return;
    constexpr int module_pixels = 8; // sharp on paper
    const auto bytes = as_drawing ? qr_svg(*code) : qr_png(*code, module_pixels);
    hand_over(world, file_name_of(deal->account + " QR code", as_drawing ? ".svg" : ".png"), bytes, as_drawing ? "image/svg+xml" : "image/png");
}

void save_picture(World world, Picture picture, const std::optional<io::Raster>& raster) {
    const auto* deal = shown_deal(world);
    const auto bytes = raster ? io::write_png(*raster) : std::string();
    if (!deal || bytes.empty()) {
        world.view.error = Error{"The picture could not be made", {}, "Make the window or the text smaller, then try again."};
        return;
    }
    const auto* words = picture == Picture::people_map ? " people" : " forecast";
    hand_over(world, file_name_of(deal->account + " " + deal->title + words, ".png"), bytes, "image/png");
}

void print_page(World world, std::string_view name, std::string_view html) {
    const auto place = world.platform.print(file_name_of(name, ".html"), html);
    if (!place) {
        world.view.error = place.error();
    } else if (*place) {
        show_toast(world.view, world.platform, "Opened " + **place + " in the browser, to print from there", false);
    }
}

void back_up_all(World world) {
    std::vector<Deal> deals;
    for (const auto& entry : world.document.entries) {
        deals.push_back(entry.deal);
    }
    const auto today = world.platform.today();
    if (hand_over(world, "middleground-backup-" + today.iso() + ".json", io::write_backup(deals), json_type)) {
        world.document.settings.last_backup = today;
        world.document.settings_unsaved = true;
    }
}

void open_file(World world, std::string_view name, std::string_view bytes) {
    if (is_table(name, bytes)) {
        add_table(world, name, bytes);
        return;
    }
    auto file = io::read_any_file(bytes, world.platform.today());
    if (!file) {
        auto error = std::move(file.error());
        error.where = std::string(name) + (error.where.empty() ? "" : ", " + error.where);
        world.view.error = std::move(error);
    } else if (auto* backup = std::get_if<io::Backup>(&*file)) {
        restore_backup(world, name, std::move(*backup));
    } else if (auto* plan = std::get_if<BuyerPlan>(&*file)) {
        show_plan(world, std::move(*plan), true);
    } else {
        show_preview(world, std::get<Deal>(std::move(*file)), name);
    }
}

void open_link(World world, std::string_view text) {
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

void show_snapshot(World world, io::Snapshot snapshot) {
    if (auto* plan = std::get_if<BuyerPlan>(&snapshot)) {
        show_plan(world, std::move(*plan), false);
    } else {
        show_preview(world, std::get<Deal>(std::move(snapshot)), "the link");
    }
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
        keep_snapshot(world.platform, deal, deal.based_on);
    }
    const auto id = deal.id;
    auto what = "Saved a copy of " + deal.title;
    add_entry(world, std::move(deal), what);
    open_deal(world, id, screen);
    show_toast(world.view, world.platform, std::move(what), true);
}

}
