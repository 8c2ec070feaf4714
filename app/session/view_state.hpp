#pragma once

#include "app/session/drafts/brief_draft.hpp"
#include "app/session/drafts/close_draft.hpp"
#include "app/session/drafts/deal_page_draft.hpp"
#include "app/session/drafts/deals_draft.hpp"
#include "app/session/drafts/diary_draft.hpp"
#include "app/session/drafts/doubles_draft.hpp"
#include "app/session/drafts/facts_draft.hpp"
#include "app/session/drafts/forecast_draft.hpp"
#include "app/session/drafts/history_draft.hpp"
#include "app/session/drafts/imports_draft.hpp"
#include "app/session/drafts/log_draft.hpp"
#include "app/session/drafts/log_page_draft.hpp"
#include "app/session/drafts/merge_draft.hpp"
#include "app/session/drafts/new_deal_draft.hpp"
#include "app/session/drafts/new_field_draft.hpp"
#include "app/session/drafts/palette_draft.hpp"
#include "app/session/drafts/people_draft.hpp"
#include "app/session/drafts/picture_request.hpp"
#include "app/session/drafts/playbooks_draft.hpp"
#include "app/session/drafts/share_draft.hpp"
#include "app/session/drafts/team_draft.hpp"
#include "app/session/drafts/today_draft.hpp"
#include "app/session/drafts/unlock_draft.hpp"
#include "app/session/drafts/week_draft.hpp"
#include "app/values/field_draft.hpp"
#include "core/base/error.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace middleground {

struct Toast {
    std::string text;
    bool undo = false; // offers Undo
    std::int64_t since_ms = 0;
    std::uint64_t number = 0;
};

// Whose making a dialog explains.
enum class Explained : std::uint8_t { nothing, balance, consensus, forecast, odds };

// What a person is looking at and has half done. Never stored, never in the deal. Views may change it directly, each what is its own.
struct ViewState {
    // Selected in the open deal, and where the eye is led: pages jump to each other's.
    StakeholderId person;
    CommitmentId commitment;
    InteractionId interaction;
    bool scroll_to_selection = false; // set by whoever jumps; the view clears it
    std::optional<Errand> errand;     // what is done with the next frame, in the deal that is open then
    std::string focus_field;          // label of the field that takes the focus next frame; the view that has it clears it

    // Of one page each.
    DealsDraft deals;
    DealPageDraft deal_page;
    PeopleDraft people;
    LogPageDraft log_page;
    ForecastDraft forecast;
    BriefDraft brief;
    ShareDraft share;
    MergeDraft merge;
    PlaybooksDraft playbooks;
    DiaryDraft diary;
    TodayDraft today;
    WeekDraft week;
    ImportsDraft imports;

    // Of dialogs and what surrounds the pages.
    LogDraft log;              // of the open deal
    StoredDraft log_stored;        // and where storage has it
    HistoryDraft history;      // its dialog learns from closed deals
    CloseDraft close;          // its dialog says how a deal ended
    DoublesDraft doubles;      // its dialog merges two people or two deals
    bool details_open = false; // the panel with all facts of the open deal
    FactsDraft facts;          // of the open deal
    NewFieldDraft new_field;   // of one's own, wherever it is defined
    NewDealDraft new_deal;
    PaletteDraft palette;
    std::optional<UnlockDraft> unlock;
    TeamDraft team;            // its dialogs
    std::optional<PictureRequest> picture; // is drawn and saved with the next frame
    Explained explained = Explained::nothing;
    bool more_open = false; // on a phone: the pages that have no tab
    bool help_open = false; // list of keys
    bool new_version = false; // is ready, and was not put off
    std::optional<Toast> toast;
    std::optional<Error> error;              // needs reading: a band on top until closed
    std::optional<std::string> text_to_copy; // the clipboard refused: shown selected in a dialog

    // Of fields, wherever they are.
    std::map<std::string, std::string> texts; // small drafts by name ("new person")
    FieldDrafts drafts;                       // typed values that are not valid yet
};

}
