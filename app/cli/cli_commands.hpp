#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <string>
#include <vector>

// The commands, each with its arguments as the command line gave them. They do their work, say what is wrong, and return the exit code.
namespace middleground::cli {

inline constexpr int done = 0;
inline constexpr int bad_input = 1;
inline constexpr int wrong_usage = 2;

struct NewDeal {
    std::string playbook;
    std::string title;
    std::string account;
    std::string output; // empty: stdout
    std::uint64_t seed = 0;
};
int run(const NewDeal& command, Date today);

struct Validate {
    std::vector<std::string> files;
};
int run(const Validate& command, Date today);

struct Show {
    std::string deal; // a file or a link
    bool json = false;
    std::string passphrase_file; // of a protected link
};
int run(const Show& command, Date today);

struct MakeBrief {
    std::string deal;        // a file or a link
    std::string interaction; // id; empty, as the next two: the next meeting
    std::string person;      // id
    std::string planned_in;  // id of the interaction in which the step was planned
    bool html = false;
    std::string passphrase_file; // of a protected link
};
int run(const MakeBrief& command, Date today);

struct MakeForecast {
    std::string deal; // a file or a link
    std::uint32_t futures = 10000;
    std::uint64_t seed = 1;
    std::vector<std::string> what_if;
    bool json = false;
    std::string passphrase_file; // of a protected link
};
int run(const MakeForecast& command, Date today);

// How good the forecast was, by the diaries of closed deals.
struct ReadDiary {
    std::vector<std::string> files; // deals and backups
    bool json = false;
};
int run(const ReadDiary& command, Date today);

// What is for today, over many deals.
struct ShowToday {
    std::vector<std::string> files; // deals and backups
    bool json = false;
    bool calendar = false; // as a calendar file, with an alarm each morning
};
int run(const ShowToday& command, Date today);

// What became of many deals in seven days, as Markdown.
struct ShowWeek {
    std::vector<std::string> files; // deals and backups
    bool last = false;              // the seven days before those that end today
};
int run(const ShowWeek& command, Date today);

// Reads the text from standard input.
struct CheckWording {
    std::string language;
    bool json = false;
};
int run(const CheckWording& command, Date today);

// What a table of closed deals says about the chances of a deal.
struct Calibrate {
    std::string file;
    std::string target;               // the column that says how a deal ended
    std::string positive;             // its value for a won one
    std::vector<std::string> open;    // its values for deals that have not ended
    std::vector<std::string> dropped; // columns, also several in one, between commas
    std::vector<std::string> kept;    // the same, of those that give the outcome away
    std::string closed_on;            // the column with the day on which a deal ended; empty: as the headings say
    std::string dates;                // key of a DateOrder; empty: as the dates show
    std::vector<std::string> answers; // "COLUMN=VALUE", of a deal that is asked about
    std::string deal;                 // a file that keeps the chance; empty: none
    bool json = false;
};
int run(const Calibrate& command, Date today);

struct MakeLink {
    std::string deal;
    std::string base; // the address before the fragment, may be empty
    bool buyer_safe = false;
    std::string passphrase_file; // protects the link; empty: everybody opens it
};
int run(const MakeLink& command, Date today);

// Two people's changes of one deal. When a choice is needed, nothing is written and the exit code is 1.
struct MergeDeals {
    std::string base; // files or links
    std::string mine;
    std::string theirs;
    std::string output;
    std::string prefer; // "mine", "theirs", or empty: ask
    bool json = false;
    std::string passphrase_file; // of protected links
};
int run(const MergeDeals& command, Date today);

// People of a deal and deals that may be there twice: listed, or two of them merged.
struct FindDoubles {
    std::vector<std::string> files; // deals and backups
    std::string keep;  // id of a person or deal; empty, as the next: they are listed
    std::string merge; // of the one that goes into it
    std::vector<std::string> take; // "FIELD=kept", "=other" or "=both"
    std::string output;
    bool json = false;
};
int run(const FindDoubles& command, Date today);

struct Export {
    std::string deal;   // a file or a link
    std::string format; // key of an ExportFormat
    std::string output; // empty: stdout
    bool buyer_safe = false;
    std::string passphrase_file; // of a protected link
    std::string separator;       // of tables: "comma", "semicolon" or "tab"
    std::string decimals;        // key of a DecimalSign
};
int run(const Export& command, Date today);

// Many deals, or their people, as one table that an import reads again.
struct MakeTable {
    std::vector<std::string> files; // deals and backups
    bool people = false;
    std::string separator; // as in Export
    std::string decimals;
    std::string output; // empty: stdout
};
int run(const MakeTable& command, Date today);

// Tables of other programs become files of deals, or change those that are there.
struct Import {
    std::vector<std::string> files;
    std::string system; // key of an OriginSystem, or "auto"
    std::string map;    // a file of read_mapping
    std::string dates;  // key of a DateOrder; empty: as the dates show
    std::string kind;       // key of an ImportKind; empty: as the headings show
    std::string encoding;   // label of the WHATWG; empty: as the bytes show
    std::string separator;  // "comma", "semicolon", "tab", "bar" or a sign; empty: as the lines show
    std::string headings;   // the line that they stand in, or "none"; empty: as they show
    std::string decimals;   // key of a DecimalSign; empty: as the amounts show
    std::vector<std::string> columns; // "HEADING=FIELD"
    std::vector<std::string> words;   // "WORD=MEANING", of an ImportedOutcome
    std::string same_names;   // key of a SameNames; empty: asked
    std::string repeated_ids; // key of a RepeatedId; empty: asked
    std::string currency = "EUR";
    std::string folder;
    bool overwrite = false;
    bool closed = false;
    bool people_by_account = false;
    std::uint64_t seed = 0;
};
int run(const Import& command, Date today);

// Mails, meetings, contacts, calls and plans become proposals for a deal; some of them are taken.
struct TakeIn {
    std::string deal; // a file
    std::vector<std::string> files;
    std::string take; // "all", or numbers between commas; empty: they are only shown
    std::vector<std::string> seller_addresses;
    std::string output; // empty: the deal's own file
    std::uint64_t seed = 0;
};
int run(const TakeIn& command, Date today);

struct OpenLink {
    std::string link;
    std::string output;
    std::string passphrase_file; // of a protected link
};
int run(const OpenLink& command, Date today);

struct WriteSamples {
    std::string folder;
};
int run(const WriteSamples& command, Date today);

struct ListPlaybooks {};
int run(const ListPlaybooks& command, Date today);

// A shipped playbook by its id, or a file or link of one's own.
struct ShowPlaybook {
    std::string playbook;
    std::string output; // writes its file there
    bool link = false;  // prints its link
};
int run(const ShowPlaybook& command, Date today);

}
