#include "app/session/update/update.hpp"

#include "app/session/doubles/update_doubles.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/history/update_history.hpp"
#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/store/store.hpp"
#include "app/session/team/update_team.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_archive.hpp"
#include "app/session/update/update_conflicts.hpp"
#include "app/session/update/update_damaged.hpp"
#include "app/session/update/update_edit.hpp"
#include "app/session/update/fields/update_fields.hpp"
#include "app/session/update/update_files.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/intake/update_intake.hpp"
#include "app/session/update/update_links.hpp"
#include "app/session/update/update_merge.hpp"
#include "app/session/update/update_open.hpp"
#include "app/session/update/update_undo.hpp"
#include "app/session/update/update_workspace.hpp"
#include "app/values/overloaded.hpp"
#include "core/base/printed_text.hpp"

namespace middleground {

void show_toast(ViewState& view, Platform& platform, std::string text, bool offers_undo) {
    const auto number = view.toast ? view.toast->number + 1 : 1;
    view.toast = Toast{std::move(text), offers_undo, platform.now_ms(), number};
}

namespace {

// What Undo would take back now: another one after every step that it can take back, and wherever it means another history.
struct UndoMark {
    DealId open;
    std::uint64_t deal = 0;
    std::size_t workspace = 0;
    std::size_t playbooks = 0;

    bool operator==(const UndoMark&) const = default;
};

UndoMark undo_mark(const Document& document) {
    if (screen_of(document) == Screen::playbooks) return {{}, 0, 0, document.playbook_undo.size() + 1};
    const auto* entry = find_entry(document, open_id(document));
    return {open_id(document), entry ? entry->history.mark() : 0, document.undo_steps.size(), 0};
}

void carry_out(World world, const Action& action) {
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
                // It may be pasted anywhere: no name in it turns around what stands beside it.
                world.view.text_to_copy = printed_text(a.text);
                world.platform.copy_text(*world.view.text_to_copy);
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
            [&](const action::SaveCalendar& a) { save_calendar(world, a.alarm); },
            [&](const action::SaveExport& a) { save_export(world, a.format, a.buyer_safe); },
            [&](const action::SaveTable& a) { save_table(world, a); },
            [&](const action::RenameField& a) { rename_field(world, a); },
            [&](const action::CloseBuyerPlan&) { close_buyer_plan(world); },
            [&](const action::BackUpAll&) { back_up_all(world); },
            [&](const action::KeepBackupFile& a) {
                if (a.wish == BackupFileWish::drop) world.document.backup_file.state = BackupFile::State::none;
                world.platform.backup_file(a.wish);
            },
            [&](const action::Reload&) { world.platform.reload(); },
            [&](const action::ChooseFile&) {
                if (!world.platform.choose_file()) {
                    world.view.error = Error{
                        "There is no file dialog here", {}, "Drop the file on the window, or start the program with the name of the file."};
                }
            },
            [&](const action::SaveCopy&) { save_copy(world); },
            [&](const action::ClosePreview&) { close_preview(world); },
            [&](const action::ApplyMerge& a) { apply_merge(world, a); },
            [&](const action::MergeDeals& a) { merge_deals(world, a); },
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
            [&](const action::PutPlaybook& a) { put_playbook(world, a); },
            [&](const action::RemovePlaybook& a) { remove_playbook(world, a.id); },
            [&](const action::SetPlaybookChance& a) { set_playbook_chance(world, a); },
            [&](const action::SavePlaybookFile& a) { save_playbook_file(world, a.id); },
            [&](const action::CopyPlaybookLink& a) { copy_playbook_link(world, a.id); },
            [&](const action::TakePlaybook& a) { take_incoming_playbook(world, a.as_copy); },
            [&](const action::ClosePlaybook&) {
                world.view.playbooks.incoming.reset();
                world.platform.clear_fragment();
            },
            [&](const action::MapTable& a) { map_table(world, a); },
            [&](const action::ChooseReading& a) { choose_reading(world, a); },
            [&](const action::RemoveTable& a) { remove_table(world, a.table); },
            [&](const action::SetImportOptions& a) { set_import_options(world, a.options); },
            [&](const action::TakeImport&) { take_import(world); },
            [&](const action::CancelImport&) { cancel_import(world); },
            [&](const action::ChooseSheet& a) { choose_sheet(world, a); },
            [&](const action::ChooseIntakeDeal& a) { choose_intake_deal(world, a.id); },
            [&](const action::NameIntakeDeal& a) { name_intake_deal(world, a.account); },
            [&](const action::ChooseProposals& a) { choose_proposals(world, a); },
            [&](const action::WordProposal& a) { word_proposal(world, a); },
            [&](const action::DateProposal& a) { date_proposal(world, a); },
            [&](const action::RemoveRecords& a) { remove_records(world, a.file); },
            [&](const action::UseAsTable& a) { use_as_table(world, a.file); },
            [&](const action::SetOwnAddresses& a) { set_own_addresses(world, a.text); },
            [&](const action::TakeProposals&) { take_proposals(world); },
            [&](const action::CancelIntake&) { cancel_intake(world); },
            [&](const action::CancelReading&) { world.platform.cancel_reading(); },
            [&](const action::AskHistory& a) { ask_history(world, a); },
            [&](const action::KeepLogDraft&) { put_log_draft_away(world); },
            [&](const action::DropLogDraft&) { drop_log_draft(world); },
            [&](const action::OfTeam& a) { update_team(world, a); },
        },
        action.any());
}

}

void update(World world, const Action& action) {
    const auto& toast = world.view.toast;
    const auto number = toast ? toast->number : 0;
    const auto before = undo_mark(world.document);
    carry_out(world, action);
    // The message's Undo would take back something else by now.
    if (toast && toast->undo && toast->number == number && undo_mark(world.document) != before) world.view.toast.reset();
}

}
