#pragma once

#include "app/platform/backup_file.hpp"
#include "app/session/playbooks/own_playbook.hpp"
#include "app/session/shown.hpp"
#include "app/session/store/stored.hpp"
#include "core/base/error.hpp"
#include "core/files/settings.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/history.hpp"
#include "core/model/words/import_vocabulary.hpp"
#include "core/model/words/log_words.hpp"
#include "core/model/playbook.hpp"
#include "core/model/words/wording_table.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Who else has a deal, and whose it is: the user's alone, shared by the user, shared by a colleague.
enum class Sharing : std::uint8_t { alone, mine, colleagues };

// A deal with its history and what is known about its stored form.
struct Entry {
    Deal deal;
    History history;
    std::uint64_t revision = 0; // grows with every change; key of what is derived
    StoredTexts seen;           // what storage held when we last read or wrote it: ours was made from that
    StoredState state;          // how ours stands with storage
    std::uint64_t written = 0;  // our number of the text in `seen`, see app/session/store/stored_mark.hpp; 0: others wrote it
    bool archived = false;      // put away: stored in little room; a change takes it out again
    bool changed = false;       // after the last backup
    Sharing sharing = Sharing::alone;
    // Since when its diary has a day that storage has not, while nothing else waits: that is no change of the user's.
    std::optional<std::int64_t> diary_since_ms;
    std::vector<std::string> drafts; // of its log, as they were stored: only while the deal is not in the list
};

// A stored text that is not shown as a deal. It stays where it is until the user removes it.
struct Damaged {
    enum class Why : std::uint8_t {
        unreadable,
        later, // sound, but its days lie after today: the clock is wrong, and nothing of it may go
        twice, // another form of a deal that is shown, with other content
    };

    std::string key;
    std::string text;
    Error error;
    Why why = Why::unreadable;
};

class ImportSession;
class IntakeSession;
struct TeamSession; // app/session/team/team_session.hpp

// Deals that came into being, went away, were put away or taken out again, or were changed from the list, for undo beyond the deal's own
// history. `edited`: the change itself is the last step of that history. `merged`: likewise, and `entry` (or, taken back, the one in `added`) is the deal
// that went into it.
struct WorkspaceStep {
    enum class Kind : std::uint8_t { created, removed, imported, archived, unarchived, edited, discarded, merged } kind = Kind::created;
    DealId id;
    std::string what;             // "Started Brightwater Foods"
    int index = 0;                // place in the list
    std::shared_ptr<Entry> entry; // held while the deal is not in the list
    // Of an import, many at once: those it added, held while they are not in the list, and the other version of those it changed.
    std::vector<DealId> added;
    std::vector<std::shared_ptr<Entry>> held;
    std::vector<Deal> changed;
    std::optional<Damaged> damaged = {}; // of what was discarded: what stood there
    // Where the deal's own history stood when it came into the list by this step: once it stands elsewhere the user has changed the deal.
    std::uint64_t mark = 0;
    // The same of an import, for all that it added or changed, sorted by id.
    struct Mark {
        DealId id;
        std::uint64_t mark = 0;
        bool added = false;
    };
    std::vector<Mark> marks = {};
};

// Everything that is the user's, and which of it is shown. Only app/session/update/ and app/session/store/ change it.
struct Document {
    std::vector<Entry> entries; // in the user's order
    Settings settings;
    Settings settings_base; // as storage held them when we last read or wrote them
    bool settings_unsaved = false;
    BackupFile backup_file; // as the platform last told
    NowShown shown;
    std::vector<Damaged> damaged;
    std::vector<Playbook> playbooks;            // shipped, then the user's own as they are now
    std::uint64_t playbooks_revision = 0;       // grows with every change of them
    std::vector<OwnPlaybook> own_playbooks;     // in the order in which they are listed
    std::vector<PlaybookChange> playbook_undo;  // undo on their page
    std::vector<PlaybookChange> playbook_redo;
    WordingTable wording;                       // shipped, constant
    std::vector<ImportVocabulary> vocabularies; // shipped, once a table has come (know_vocabularies)
    LogWords log_words;                         // shipped, constant
    std::shared_ptr<ImportSession> import;      // tables that are looked at before anything of them is taken
    std::shared_ptr<IntakeSession> intake;      // mails and the like, likewise
    std::shared_ptr<TeamSession> team;          // null: in none
    bool has_membership = false;                // storage has one that was not read yet, see start_team
    std::vector<WorkspaceStep> undo_steps;
    std::vector<WorkspaceStep> redo_steps;
    std::optional<Error> storage_error;    // storage as a whole cannot be used: everything lives in memory
    std::string elsewhere = "another tab"; // what another window on the same storage is called
    std::string writer;                    // this window in the marks of stored texts, see app/session/store/stored_mark.hpp
    std::uint64_t writes = 0;              // how many of them it made
    std::uint64_t next_revision = 1;
};

Entry* find_entry(Document& document, const DealId& id);
const Entry* find_entry(const Document& document, const DealId& id);
// The deal that is open or looked at, and its revision; nothing (0) when there is none.
const Deal* shown_deal(const Document& document);
std::uint64_t shown_revision(const Document& document);
// Whether there is an open deal of one's own, and not only samples and colleagues': then there is something to do today.
bool has_own_open_deal(const Document& document);
// Whether the text under this key is among `damaged`: then it is not written over.
bool is_set_aside(const Document& document, std::string_view key);
const Playbook* find_playbook(const Document& document, std::string_view id);
// What the deal was planned with: the edition that it notes, else the playbook of that id; null: neither.
const Playbook* playbook_of(const Document& document, const Deal& deal);

bool is_about_archive(const WorkspaceStep& step);
enum class HistoryWay : std::uint8_t { back, forward };
// Which step of the list undo (redo) would take: the newest one that loses nothing. What was done to a deal after the step that made it, or that
// an import changed, would go with it; then an older step is next, unless it is about a deal of one that was passed over.
// While a deal is open only its creation and archiving can be taken; the creation cannot be done again in it: then it would not be there.
std::optional<std::size_t> next_step(const Document& document, HistoryWay way);
// What undo and redo would do now, for tooltips; empty if nothing.
std::string undo_what(const Document& document);
std::string redo_what(const Document& document);

}
