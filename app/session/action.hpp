#pragma once

#include "app/platform/backup_file.hpp"
#include "app/session/drafts/picture_request.hpp"
#include "app/session/screen.hpp"
#include "app/session/team/team_action.hpp"
#include "core/base/one_of.hpp"
#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "core/files/settings.hpp"
#include "core/merge/doubles/merge_deals.hpp"
#include "core/merge/merge.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/playbooks/playbook_data.hpp"
#include "core/report/calendar.hpp"
#include "core/report/export.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// Everything that a view may ask for. update() is the only place that carries it out.
namespace action {

struct GoTo {
    Screen screen = Screen::deals;
};
struct OpenDeal {
    DealId id;
    Screen screen = Screen::deal;
};
// Edits of the open deal that are one step of undo; all or nothing. `key` names a field that is being typed in (coalesces), else empty.
// `what` replaces the description made from the first edit; `toast` shows it with Undo.
struct Apply {
    std::vector<Edit> edits;
    std::string key;
    std::string what;
    bool toast = false;
    DealId deal = {}; // another one than the open one
};
struct CreateDeal {
    std::string title;
    std::string account;
    std::string playbook;
};
struct RemoveDeal {
    DealId id;
};
// Put away, in little room, or taken out again.
struct ArchiveDeal {
    DealId id;
    bool archived = true;
};
// Every closed deal that is not archived yet.
struct ArchiveClosed {};
struct DuplicateDeal {
    DealId id;
};
struct MoveDeal {
    DealId id;
    int to = 0;
};
struct AddSamples {};
struct RemoveSamples {};
struct Undo {};
struct Redo {};

struct CopyText {
    std::string text;
    std::string what; // "Copied the wording"
};
struct PrintPage {
    std::string name; // "Next meeting with Sofia"
    std::string html; // complete in itself
};
struct CopyLink {
    bool locked = false; // view.share.locked's instead of one that everybody opens
};
// The open deal as a link for whoever knows view.share.lock's passphrase, into view.share.locked.
struct LockLink {};
// view.unlock's link with the passphrase that was typed there.
struct UnlockLink {};
struct CloseUnlock {};
struct SaveQrCode {
    std::string link;
    bool as_drawing = false; // SVG instead of PNG
};
struct SavePicture {
    Picture picture = Picture::people_map;
    float width = 0; // of the card, logical pixels; 0: a usual one
};
struct OpenUrl {
    std::string url;
}; // in a new tab
struct SaveDealFile {};
// Of the deal that is open or looked at, or of the plan that is shown.
struct SaveExport {
    ExportFormat format = ExportFormat::json;
    bool buyer_safe = true;
};
// Of all deals that are not archived, as a calendar file.
struct SaveCalendar {
    CalendarAlarm alarm = CalendarAlarm::that_morning;
};
// These deals, or their people, in this order as a table.
struct SaveTable {
    bool people = false;
    std::vector<DealId> deals;
};
// A field of one's own gets another name, in its definition and in every deal of the list that has it.
struct RenameField {
    FieldOwner owner = FieldOwner::deal;
    std::string from;
    std::string to;
};
struct CloseBuyerPlan {};
// The open deal gets the commitments of a playbook.
struct PlanDeal {
    std::string playbook; // id
};

// A playbook of one's own, new or changed; `key`, `what` and `toast` as in Apply. Its edition is counted up.
struct PutPlaybook {
    Playbook playbook;
    std::string key;
    std::string what;
    bool toast = false;
};
struct RemovePlaybook {
    std::string id;
};
// How many of 100 such deals are won; nothing: what its steps say alone.
struct SetPlaybookChance {
    std::string playbook; // id
    std::optional<int> won_of_100;
};
struct SavePlaybookFile {
    std::string id;
};
struct CopyPlaybookLink {
    std::string id;
};
// view.playbooks.incoming becomes one of one's own, or brings it up to date; as a copy, it stands beside what is there.
struct TakePlaybook {
    bool as_copy = false;
};
struct ClosePlaybook {};

// Tables that are being imported: app/session/imports.hpp.
struct MapTable {
    int table = 0;
    TableMapping mapping;
};
struct ChooseReading {
    int table = 0;
    TableChoices choices;
};
struct RemoveTable {
    int table = 0;
};
struct SetImportOptions {
    ImportOptions options;
};
// The table of view.history is read by this column, which says how deals ended, and by what it says of won ones (empty: as it looks).
struct AskHistory {
    std::string target;
    std::string won;
};
struct TakeImport {};
struct CancelImport {};
// Another sheet of the workbook that a table is of.
struct ChooseSheet {
    int table = 0;
    int sheet = 0;
};

// Mails and the like that are being looked at: app/session/intake/intake_session.hpp.
struct ChooseIntakeDeal {
    DealId id; // empty: a new one
};
struct NameIntakeDeal {
    std::string account; // of the new one
};
// `places` of proposals; none: all of them.
struct ChooseProposals {
    std::vector<std::uint32_t> places;
    bool chosen = true;
};
// The words of one, as they are to be kept.
struct WordProposal {
    std::uint32_t place = 0;
    std::string text;
};
// The day of one: when something happened, until when something was promised.
struct DateProposal {
    std::uint32_t place = 0;
    std::optional<Date> day;
};
struct RemoveRecords {
    int file = 0;
};
// The sheets of such a file as tables of deals instead.
struct UseAsTable {
    int file = 0;
};
struct SetOwnAddresses {
    std::string text; // with any number of them
};
struct TakeProposals {};
struct CancelIntake {};
struct CancelReading {};
struct BackUpAll {};
struct KeepBackupFile {
    BackupFileWish wish = BackupFileWish::choose;
};
struct Reload {}; // as the newest version of the program
struct ChooseFile {}; // a deal or a backup
struct SaveCopy {};   // of the preview
struct ClosePreview {};
// The preview's changes come into the user's own copy: one side for each conflict of the comparison, in their order.
struct ApplyMerge {
    std::vector<MergeSide> sides;
};

// One deal of two: what the first has, with what is chosen of the second, which goes. One step of undo.
struct MergeDeals {
    DealId kept;
    DealId gone;
    DealPairs pairs;
    FieldChoices choices;
};

struct SetSettings {
    Settings settings;
};
struct LoadTheirs {
    DealId id;
}; // the other tab's version replaces ours (which undo brings back)
struct KeepBoth {
    DealId id;
}; // ours becomes a deal of its own
struct SaveDamaged {
    std::string key;
}; // download as it is
struct RemoveDamaged {
    std::string key;
};
struct RetrySave {};
// view.log is stored beside the open deal, until it is saved or dropped.
struct KeepLogDraft {};
struct DropLogDraft {};

}

using AnyAction = std::variant<action::GoTo, action::OpenDeal, action::Apply, action::CreateDeal, action::RemoveDeal, action::ArchiveDeal,
                               action::ArchiveClosed, action::DuplicateDeal, action::MoveDeal, action::AddSamples, action::RemoveSamples,
                               action::Undo, action::Redo, action::CopyText, action::PrintPage, action::CopyLink, action::LockLink,
                               action::UnlockLink, action::CloseUnlock, action::SaveQrCode, action::SavePicture, action::OpenUrl,
                               action::SaveDealFile, action::SaveExport, action::CloseBuyerPlan, action::BackUpAll, action::ChooseFile,
                               action::SaveCopy, action::ClosePreview, action::ApplyMerge, action::SetSettings, action::LoadTheirs,
                               action::KeepBoth, action::SaveDamaged, action::RemoveDamaged, action::RetrySave, action::PlanDeal,
                               action::MapTable, action::ChooseReading, action::RemoveTable, action::SetImportOptions, action::TakeImport,
                               action::CancelImport, action::AskHistory, action::KeepLogDraft, action::DropLogDraft, action::KeepBackupFile,
                               action::Reload, action::SaveCalendar, action::ChooseSheet, action::ChooseIntakeDeal, action::NameIntakeDeal,
                               action::ChooseProposals, action::WordProposal, action::DateProposal, action::RemoveRecords, action::UseAsTable,
                               action::SetOwnAddresses, action::TakeProposals, action::CancelIntake, action::CancelReading,
                               action::PutPlaybook, action::RemovePlaybook,
                               action::SetPlaybookChance, action::SavePlaybookFile, action::CopyPlaybookLink, action::TakePlaybook,
                               action::ClosePlaybook,
                               action::MergeDeals,
                               action::SaveTable, action::RenameField, action::OfTeam>;
extern template class OneOf<AnyAction>;
struct Action : OneOf<AnyAction> {
    using OneOf::OneOf;
};

using Actions = std::vector<Action>;

// One edit of the open deal.
inline Action apply_edit(Edit edit, std::string key = {}) {
    return action::Apply{{std::move(edit)}, std::move(key), {}, false, {}};
}
// One edit, and a toast that says what happened and offers Undo.
inline Action apply_with_toast(Edit edit) {
    return action::Apply{{std::move(edit)}, {}, {}, true, {}};
}

}
