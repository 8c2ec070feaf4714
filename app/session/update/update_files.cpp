#include "app/session/update/update_files.hpp"

#include "app/session/backup.hpp"
#include "app/session/store/stored_snapshots.hpp"
#include "core/base/file_name.hpp"
#include "core/files/json.hpp"
#include "core/report/qr_code.hpp"
#include "core/report/tables.hpp"

#include <unordered_map>

namespace middleground {

namespace {

constexpr std::string_view json_type = "application/json";

// What is handed to others may come back changed.
void keep_if_ours(World world, const Deal& deal) {
    if (!preview_of(world.document)) store_snapshot(world.platform, deal, deal.based_on);
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
    const auto* deal = shown_deal(world.document);
    if (deal && hand_over(world, file_name_of(deal->account + " " + deal->title, ".json"), io::write_deal(*deal), json_type)) {
        keep_if_ours(world, *deal);
    }
}

void save_export(World world, ExportFormat format, bool buyer_safe) {
    const auto* deal = shown_deal(world.document);
    const auto today = world.platform.today();
    const auto& form = world.document.settings.csv;
    if (const auto* shown = buyer_plan_page_of(world.document)) {
        const auto& plan = shown->plan;
        const auto file = export_plan(plan, format, form);
        hand_over(world, file_name_of(plan.account + " plan", file.extension), file.bytes, file.type);
    } else if (deal && buyer_safe) {
        const auto file = export_plan(buyer_plan(*deal, today, playbook_of(world.document, *deal)), format, form);
        // The title of the deal may say what the buyer should not read.
        hand_over(world, file_name_of(deal->account + " plan", file.extension), file.bytes, file.type);
    } else if (deal) {
        const auto file = export_deal(*deal, format, today, form);
        if (format == ExportFormat::json) keep_if_ours(world, *deal);
        hand_over(world, file_name_of(deal->account + " " + deal->title, file.extension), file.bytes, file.type);
    }
}

void save_table(World world, const action::SaveTable& action) {
    std::unordered_map<std::string_view, const Deal*> by_id;
    for (const auto& entry : world.document.entries) {
        by_id.emplace(entry.deal.id.text, &entry.deal);
    }
    std::vector<const Deal*> deals;
    for (const auto& id : action.deals) {
        if (const auto found = by_id.find(id.text); found != by_id.end()) deals.push_back(found->second);
    }
    const auto& form = world.document.settings.csv;
    const auto table = action.people ? people_table(deals, form) : deals_table(deals, form);
    hand_over(world, action.people ? "people.csv" : "deals.csv", io::write_csv(table, form), "text/csv");
}

void save_calendar(World world, CalendarAlarm alarm) {
    const bool samples = !has_own_open_deal(world.document);
    std::vector<const Deal*> deals;
    for (const auto& entry : world.document.entries) {
        if (!entry.archived && (samples || !entry.deal.sample)) deals.push_back(&entry.deal);
    }
    hand_over(world, "my calendar.ics", my_calendar(deals, world.platform.today(), alarm), "text/calendar");
}

void save_qr_code(World world, const std::string& link, bool as_drawing) {
    const auto* deal = shown_deal(world.document);
    const auto code = qr_code(link);
    if (!deal || !code) return;
    constexpr int module_pixels = 8; // sharp on paper
    const auto bytes = as_drawing ? qr_svg(*code) : qr_png(*code, module_pixels);
    hand_over(world, file_name_of(deal->account + " QR code", as_drawing ? ".svg" : ".png"), bytes, as_drawing ? "image/svg+xml" : "image/png");
}

void save_picture(World world, Picture picture, const std::optional<io::Raster>& raster) {
    const auto* deal = shown_deal(world.document);
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
    auto& document = world.document;
    const auto today = world.platform.today();
    if (hand_over(world, "middleground-backup-" + today.iso() + ".json", backup_of(document, world.platform), json_type)) {
        mark_backed_up(document, today, document.next_revision);
    }
}

}
