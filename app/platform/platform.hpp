#pragma once

#include "app/platform/backup_file.hpp"
#include "app/platform/system_fonts.hpp"
#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/codec/charset.hpp"
#include "core/records/records.hpp"
#include "core/team/bucket.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace middleground {

// What the world outside tells the program. Collected by the platform, taken once a frame.
namespace event {

// Another tab or program changed what is stored under this key; empty: unknown which.
struct StorageChanged {
    std::string key;
};
// A file that the user chose, dropped on the page or gave on the command line, of what the program reads itself: deals and tables of them.
struct FileOpened {
    std::string name;
    std::string bytes;
};
// A file that could not be read.
struct FileFailed {
    Error error;
};
// What the readers (core/readers) found in a file or a text that is neither a deal nor a table of deals, or why it cannot be read. Nothing is made of it
// before Reading says that no other is being read.
struct RecordsRead {
    Result<records::FileRecords> records;
};
// Files are being read, `name` now, in a worker or a thread: told once more when all are through.
struct Reading {
    std::string name;
    int files = 0; // still to be read
};
// A link came: page address, address change, command line, paste outside of a field.
struct LinkOpened {
    std::string text;
};
// The system has fonts but does not say what it draws with them: boxes stand for letters that the program's own fonts have not.
struct LettersRefused {
    Error error;
};
// Whether clipboard writing asked for by copy_text worked. On failure the app shows the text selected in a field.
struct CopyDone {
    bool ok = false;
};
// A newer version of the program is ready; Platform::reload brings it.
struct NewVersion {};
// How it now is with the backup file. `written`: it holds what the program last gave for it.
struct BackupFileTold {
    BackupFile file;
    bool written = false;
};
// What the team's bucket says, see TeamLink.
struct TeamTold {
    team::Told told;
};
// Of the tabs or windows on one storage one is connected to the team, and it is another one. When that goes, this one connects: Up follows.
struct TeamElsewhere {};
// What Platform::ask_team_server found: the text of team.json, or why there is none.
struct TeamServerRead {
    Result<std::string> text;
};

}

using PlatformEvent = std::variant<event::StorageChanged, event::FileOpened, event::FileFailed, event::LinkOpened, event::CopyDone,
                                   event::NewVersion, event::BackupFileTold, event::LettersRefused, event::RecordsRead, event::Reading, event::TeamTold, event::TeamElsewhere,
                                   event::TeamServerRead>;

class TeamLink; // app/platform/team_link.hpp

// Whether a text that was pasted outside of a field may be a mail, a table or the like: it has several lines, or cells.
constexpr bool is_worth_reading(std::string_view text) {
    return text.find_first_of("\n\t") != std::string_view::npos;
}

// Whether the program opens without the network.
enum class Offline : std::uint8_t { unknown, kept, not_kept };

struct StorageUsage {
    std::int64_t used = 0;                // bytes; UTF-16 units x 2 in browsers
    std::optional<std::int64_t> capacity; // nothing: as large as the disk
};

// While it lives, nobody else changes what is stored, as far as the system allows.
class StorageHold {
public:
    virtual ~StorageHold() = default;
};

// Everything that the program needs of the browser or the operating system. One object, owned by main, passed by reference.
// Tests use an in-memory double and a failing one (tests/support).
class Platform {
public:
    virtual ~Platform() = default;

    // Storage: named texts ("deal/abc123", "settings"). A failed write keeps the old text.
    // Keys are ASCII letters, digits, '-', '_' and '/'.
    virtual Result<std::optional<std::string>> read(std::string_view key) = 0;
    virtual Result<void> write(std::string_view key, std::string_view text) = 0;
    virtual Result<void> remove(std::string_view key) = 0;
    virtual std::vector<std::string> keys() = 0; // sorted
    // For reading, comparing and writing as one step. Nothing is held where there is nothing to hold by, or somebody else does not let go.
    virtual std::unique_ptr<StorageHold> hold_storage() { return nullptr; }
    // Whether that keeps everybody else out. It does not in browsers: two tabs may each write what the other one has not seen yet.
    virtual bool holds_surely() { return false; }
    // Asks for a time to save in which no other tab saves. True: it is now. False: it comes, and App::take_turn is called then.
    virtual bool ask_turn() { return true; }
    virtual StorageUsage usage() = 0;
    // Where data is kept, for people: "on this device", "in ~/.local/share/middleground".
    virtual std::string storage_place() = 0;
    // Asks the system not to clear storage when room gets scarce.
    virtual void keep_storage() {}
    // What another window on the same storage is called: "another tab".
    virtual std::string elsewhere() { return "another tab"; }

    // Result comes as event::CopyDone.
    virtual void copy_text(std::string_view text) = 0;
    // Hands the user a file: a download in browsers, the Downloads folder natively. The answer says where it went.
    virtual Result<std::string> save_file(std::string_view name, std::string_view bytes, std::string_view mime) = 0;
    // Asks the user for a file; comes as event::FileOpened. False when this platform has no way to ask (then give it on the command line).
    virtual bool choose_file() = 0;
    // Gives up the files that are still being read; event::Reading says when it is over.
    virtual void cancel_reading() {}
    // Prints a page (HTML, complete in itself): the browser's dialog, or a file natively that the browser is opened with. The answer says
    // where that file is; nothing in a browser.
    virtual Result<std::optional<std::string>> print(std::string_view file_name, std::string_view html) = 0;
    // What the user wants of the backup file, where the system has such; event::BackupFileTold says what came of it.
    virtual void backup_file(BackupFileWish) {}
    virtual void open_url(std::string_view url) = 0;
    // The address that links are made with, without fragment: "https://host/path/".
    virtual std::string link_base() = 0;
    // The page's fragment is replaced, without a new history entry (after a link was opened or closed).
    virtual void clear_fragment() = 0;
    // Saves, then starts the program anew, as its newest version. Returns before that.
    virtual void reload() {}
    virtual Offline offline() { return Offline::unknown; }

    // The character sets that the system knows. Lives as long as this.
    virtual const io::Charsets& charsets() { return built_in_charsets_; }

    // For letters that the program's own fonts have not. Lives as long as this; null: there are none.
    virtual SystemFonts* fonts() { return nullptr; }
    // Whether what surrounds the program shows a text field of its own where it is asked to, see App::page_field.
    virtual bool has_text_fields() { return false; }

    // The way to a team's bucket. Lives as long as this; null: there is none.
    virtual TeamLink* team_link() { return nullptr; }
    // Whether the part of the program that works with a team is here. If not, it is asked for, and comes in a moment: whoever has no team never fetches it.
    virtual bool has_team_part() { return true; }
    // Asks the host of the page for team.json, which says where its team is; comes as event::TeamServerRead.
    virtual void ask_team_server() {}

    virtual Date today() = 0;
    // Whether today is a day that was given (address, environment) and not the clock's.
    virtual bool is_day_given() { return false; }
    virtual std::uint64_t seed() = 0; // fresh for every call, unless fixed by ?seed=
    // Fills it with bytes that nobody can foretell, whatever the seed. False when there are none to be had.
    virtual bool entropy(std::span<unsigned char> bytes) = 0;
    virtual std::int64_t now_ms() = 0; // monotonic
    virtual bool prefers_dark() = 0;
    virtual bool prefers_reduced_motion() = 0;
    virtual bool has_touch() = 0; // the last pointer was a finger, or the device has no mouse
    virtual bool is_mac() = 0;    // Cmd instead of Ctrl in texts

    virtual std::vector<PlatformEvent> take_events() = 0;

private:
    io::Charsets built_in_charsets_;
};

}
