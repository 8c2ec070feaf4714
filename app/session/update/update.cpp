#include "app/session/update/update.hpp"

#include "app/session/kept_snapshots.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/store/store.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_archive.hpp"
#include "app/session/update/update_conflicts.hpp"
#include "app/session/update/update_files.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/update_list_edits.hpp"
#include "app/session/update/update_workspace.hpp"
#include "core/files/link/snapshot_link.hpp"

#include <algorithm>

namespace middleground {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

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
    if (elsewhere) {
        push_list_edit(world, entry->deal.id, what);
    } else {
        forget_list_edits(world.document, entry->deal.id);
    }
    if (action.toast) {
        show_toast(world.view, world.platform, std::move(what), true);
    }
}

void copy_link(World world, bool locked) {
    const auto* entry = find_entry(world.document, open_id(world.document));
    if (!entry) {
        return;
    }
    const auto& made = world.view.locked;
    if (locked && !(made && made->of == entry->deal.id && made->revision == entry->revision)) {
        return;
    }
    const auto link = locked ? made->fragment : io::encode_link(entry->deal);
    if (!link) {
        world.view.error = link.error();
        return;
    }
    keep_snapshot(world.platform, entry->deal, entry->deal.based_on);
    const auto text = world.platform.link_base() + *link;
    world.view.text_to_copy = text; // shown if the clipboard refuses, see event::CopyDone
    world.platform.copy_text(text);
    show_toast(world.view, world.platform, "Copied the link, " + std::to_string(text.size()) + " characters", false);
}

}

void show_toast(ViewState& view, Platform& platform, std::string text, bool offers_undo) {
    const auto number = view.toast ? view.toast->number + 1 : 1;
    view.toast = Toast{std::move(text), offers_undo, platform.now_ms(), number};
}

void update(World world, const Action& action) {
    std::visit(
        Overloaded{
            [&](const action::GoTo& a) { go_to(world, a.screen); },
            [&](const action::OpenDeal& a) { open_deal(world, a.id, a.screen); },
            [&](const action::Apply& a) { apply_edits(world, a); },
            [&](const action::CreateDeal& a) { create_deal(world, a); },
            [&](const action::RemoveDeal& a) { remove_deal(world, a.id); },
            [&](const action::ArchiveDeal& a) { archive_deal(world, a); },
            [&](const action::ArchiveClosed&) { archive_closed(world); },
            [&](const action::DuplicateDeal& a) { duplicate_deal(world, a.id); },
            [&](const action::MoveDeal& a) { move_deal(world, a); },
            [&](const action::AddSamples&) { show_toast(world.view, world.platform, added_samples_words(add_samples(world)), false); },
            [&](const action::RemoveSamples&) { remove_samples(world); },
            [&](const action::Undo&) { undo(world); },
            [&](const action::Redo&) { redo(world); },
            [&](const action::CopyText& a) {
                world.view.text_to_copy = a.text;
                world.platform.copy_text(a.text);
                show_toast(world.view, world.platform, a.what, false);
            },
            [&](const action::PrintPage& a) { print_page(world, a.name, a.html); },
            [&](const action::CopyLink& a) { copy_link(world, a.locked); },
            [&](const action::LockLink&) { lock_link(world); },
            [&](const action::UnlockLink&) { unlock_link(world); },
            [&](const action::CloseUnlock&) { close_unlock(world); },
            [&](const action::SaveQrCode& a) { save_qr_code(world, a.link, a.as_drawing); },
            [&](const action::SavePicture& a) { world.view.picture = PictureRequest{a.picture, a.width}; },
            [&](const action::OpenUrl& a) { world.platform.open_url(a.url); },
            [&](const action::SaveDealFile&) { save_deal_file(world); },
            [&](const action::SaveExport& a) { save_export(world, a.format, a.buyer_safe); },
            [&](const action::ClosePlan&) { close_plan(world); },
            [&](const action::BackUpAll&) { back_up_all(world); },
            [&](const action::ChooseFile&) {
                if (!world.platform.choose_file()) {
                    world.view.error = Error{
                        "There is no file dialog here", {}, "Drop the file on the window, or start the program with the name of the file."};
                }
            },
            [&](const action::SaveCopy&) { save_copy(world); },
            [&](const action::ClosePreview&) { close_preview(world); },
            [&](const action::ApplyMerge& a) { apply_merge(world, a); },
            [&](const action::SetSettings& a) {
                world.document.settings = a.settings;
                world.document.settings_unsaved = true;
            },
            [&](const action::LoadTheirs& a) { load_theirs(world, a.id); },
            [&](const action::KeepBoth& a) { keep_both(world, a.id); },
            [&](const action::SaveDamaged& a) { save_damaged(world, a.key); },
            [&](const action::RemoveDamaged& a) { remove_damaged(world, a.key); },
            [&](const action::RetrySave&) {
                world.document.settings_unsaved = true;
                save(world.document, world.platform, SaveWhen::now);
            },
            [&](const action::PlanDeal& a) { plan_deal(world, a.playbook); },
            [&](const action::MapTable& a) { map_table(world, a); },
            [&](const action::RemoveTable& a) { remove_table(world, a.table); },
            [&](const action::SetImportOptions& a) { set_import_options(world, a.options); },
            [&](const action::TakeImport&) { take_import(world); },
            [&](const action::CancelImport&) { cancel_import(world); },
            [&](const action::KeepLogDraft&) { put_log_draft_away(world); },
            [&](const action::DropLogDraft&) { drop_log_draft(world); },
        },
        action.any());
}

}
