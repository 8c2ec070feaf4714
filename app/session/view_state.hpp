#pragma once

#include "app/session/drafts/close_draft.hpp"
#include "app/session/drafts/facts_draft.hpp"
#include "app/session/drafts/log_draft.hpp"
#include "app/values/field_draft.hpp"
#include "app/values/sort.hpp"
#include "core/analysis/brief_subject.hpp"
#include "core/base/error.hpp"
#include "core/base/id.hpp"
#include "core/forecast/what_if.hpp"
#include "core/merge/merge.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

struct NewDealDraft {
    bool open = false;
    bool just_opened = false;
    std::string title;
    std::string account;
    std::string playbook; // id
    std::string error;
};

struct PaletteDraft {
    bool open = false;
    bool just_opened = false;
    std::string query;
    int selected = 0;
};

// What was chosen so far where two copies of a deal differ.
struct MergeDraft {
    std::uint64_t preview = 0; // the revision of the copy that is looked at
    std::map<MergePlace, MergeSide> chosen;
};

struct Toast {
    std::string text;
    bool undo = false; // offers Undo
    std::int64_t since_ms = 0;
    std::uint64_t number = 0;
};

// Protecting the link for colleagues on Share.
struct LockDraft {
    bool on = false;
    bool shown = false; // as it is typed instead of dots
    std::string typed;
    std::string passphrase; // what was typed when the field was left: links are made with it
};
// The last protected link that was made: of this deal in this revision.
struct LockedLink {
    DealId of;
    std::uint64_t revision = 0;
    Result<std::string> fragment;
};
// A link that waits for its passphrase.
struct UnlockDraft {
    std::string link;
    bool just_opened = true;
    bool shown = false;
    std::string typed;
    std::optional<Error> error; // of the last try
};

// What can be saved as a picture.
enum class Picture : std::uint8_t { people_map, forecast };
struct PictureRequest {
    Picture picture = Picture::people_map;
    float width = 0; // of the card, logical pixels; 0: a usual one
};

// Whose making a dialog explains.
enum class Explained : std::uint8_t { nothing, balance, consensus, forecast, odds };

// What a person is looking at and has half done. Never stored, never in the deal. Views may change it directly.
struct ViewState {
    StakeholderId person;         // selected on People
    CommitmentId commitment;      // selected on Commitments
    InteractionId interaction;    // selected on Log
    BriefSubject brief_subject;         // what Brief is for
    std::string playbook;         // selected on Playbooks
    std::vector<WhatIf> what_ifs; // that are switched on, for the deal what_ifs_of
    DealId what_ifs_of;
    CommitmentId odds_of;             // whose odds are explained on Forecast
    bool scroll_to_selection = false; // set by whoever jumps; the view clears it
    std::string focus_field;          // label of the field that takes the focus next frame; the view that has it clears it

    bool share_internal = false; // Share: for colleagues instead of for the buyer
    LockDraft lock;
    std::optional<LockedLink> locked;
    std::optional<UnlockDraft> unlock;
    std::optional<PictureRequest> picture; // is drawn and saved with the next frame
    int ask_index = 0;                  // which of the next asks the ask card shows
    bool ask_more_open = false;         // on a phone: why, and the other ways on
    bool more_open = false;             // on a phone: the pages that have no tab
    Explained explained = Explained::nothing;
    int import_table = 0;      // whose columns are shown
    std::string plan_playbook; // chosen for a deal without a plan
    LogDraft log;              // of the open deal
    KeptDraft log_kept;        // and where storage has it
    CloseDraft close;          // its dialog says how a deal ended
    bool details_open = false; // the panel with all facts of the open deal
    FactsDraft facts;          // of the open deal
    NewDealDraft new_deal;
    PaletteDraft palette;
    MergeDraft merge;
    std::optional<Toast> toast;
    std::optional<Error> error; // needs reading: a band on top until closed
    std::string deals_filter = "all";
    std::string deals_query;
    bool deals_as_board = false;
    Sort deals_sort;
    Sort people_sort;
    std::string log_query;
    std::map<std::string, std::string> texts; // small drafts by name ("new person")
    FieldDrafts drafts;                       // typed values that are not valid yet
    std::optional<std::string> text_to_copy;  // the clipboard refused: shown selected in a dialog
    bool help_open = false;                   // list of keys
};

}
