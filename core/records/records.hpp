#pragma once

#include "core/base/date.hpp"
#include "core/records/file_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What stood in a file that somebody dropped, chose or pasted, without saying what becomes of it: core/readers make these of bytes,
// core/intake/proposals say what they would change in a deal. Nothing else knows them. All texts are UTF-8 without control characters but for line
// ends, days are those that the file says. `members` of each names its members for whoever has to hand it over (core/records/json_records.hpp).
namespace middleground::records {

// Somebody, as a file names them.
struct Party {
    std::string name;    // "Dana Ortiz", also where the file has "Ortiz, Dana"; may be empty
    std::string address; // in lower case; may be empty, then there is a name

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("name", self.name);
        visit("address", self.address);
    }
    bool operator==(const Party&) const = default;
};

enum class Answer : std::uint8_t { none, accepted, declined, tentative };

struct Attendee {
    Party who;
    Answer answer = Answer::none;
    bool optional = false;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("who", self.who);
        visit("answer", self.answer);
        visit("optional", self.optional);
    }
    bool operator==(const Attendee&) const = default;
};

// One occurrence. Days and minutes are those of the clock at which the meeting was made.
struct Meeting {
    std::string key;   // source_key of its UID, with the occurrence where it is one of several
    int sequence = 0;  // which of its versions
    std::string title; // may be empty
    std::string text;
    std::string place;
    Date on;
    std::int32_t from_minute = -1; // of the day; -1: all of it
    std::int32_t to_minute = -1;
    std::optional<Party> organizer;
    std::vector<Attendee> attendees; // without the organizer
    bool cancelled = false;
    bool answer_only = false; // it says what somebody answered, no more
    bool repeats = false;     // one of a row of them
    std::optional<Date> made; // when this version was written

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("key", self.key);
        visit("sequence", self.sequence);
        visit("title", self.title);
        visit("text", self.text);
        visit("place", self.place);
        visit("on", self.on);
        visit("from", self.from_minute);
        visit("to", self.to_minute);
        visit("organizer", self.organizer);
        visit("attendees", self.attendees);
        visit("cancelled", self.cancelled);
        visit("answer_only", self.answer_only);
        visit("repeats", self.repeats);
        visit("made", self.made);
    }
    bool operator==(const Meeting&) const = default;
};

struct Mail {
    std::string key; // source_key of its Message-ID, or of the whole where it has none
    Party from;
    std::vector<Party> to;
    std::vector<Party> copies;
    std::string mailbox;    // the address that it was delivered to, where it says so: the seller's own
    std::optional<Date> on; // nothing: it does not say, or not in a way that can be read
    std::string subject;    // without "Re:" and "Fwd:"
    std::string text;       // what the sender wrote: no quotes, no signature
    bool automatic = false; // an absence notice, a receipt, a newsletter
    bool draft = false;     // never sent
    bool forwarded = false; // `text` is of the one that was passed on
    std::vector<std::string> attachments; // names
    std::vector<Meeting> meetings;        // of an invitation in it

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("key", self.key);
        visit("from", self.from);
        visit("to", self.to);
        visit("copies", self.copies);
        visit("mailbox", self.mailbox);
        visit("on", self.on);
        visit("subject", self.subject);
        visit("text", self.text);
        visit("automatic", self.automatic);
        visit("draft", self.draft);
        visit("forwarded", self.forwarded);
        visit("attachments", self.attachments);
        visit("meetings", self.meetings);
    }
    bool operator==(const Mail&) const = default;
};

struct Contact {
    std::string name;
    std::string title; // what they do
    std::string department;
    std::string company;
    std::vector<std::string> addresses; // in lower case, the preferred one first
    std::vector<std::string> phones;    // as written
    std::string page;                   // https, may be empty
    std::string note;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("name", self.name);
        visit("title", self.title);
        visit("department", self.department);
        visit("company", self.company);
        visit("addresses", self.addresses);
        visit("phones", self.phones);
        visit("page", self.page);
        visit("note", self.note);
    }
    bool operator==(const Contact&) const = default;
};

struct Speaker {
    std::string name; // empty: it does not say who
    std::int32_t words = 0;
    std::int32_t seconds = 0; // of their cues; 0 where there are no times

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("name", self.name);
        visit("words", self.words);
        visit("seconds", self.seconds);
    }
    bool operator==(const Speaker&) const = default;
};

// What one speaker said until the next one spoke.
struct Said {
    std::int32_t speaker = 0; // place in the list
    std::int32_t at = -1;     // seconds from the beginning; -1: no times
    std::string text;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("speaker", self.speaker);
        visit("at", self.at);
        visit("text", self.text);
    }
    bool operator==(const Said&) const = default;
};

struct Transcript {
    std::string key; // source_key of the text
    std::string title;
    std::optional<Date> on; // as the text or the file's name says
    std::int32_t seconds = 0;
    std::vector<Speaker> speakers; // in the order in which they first spoke
    std::vector<Said> said;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("key", self.key);
        visit("title", self.title);
        visit("on", self.on);
        visit("seconds", self.seconds);
        visit("speakers", self.speakers);
        visit("said", self.said);
    }
    bool operator==(const Transcript&) const = default;
};

struct PlanLine {
    std::string title;
    std::string owner; // a name, an address, "us", "Customer"; may be empty
    std::optional<Date> due;
    bool done = false;
    bool dropped = false;
    std::string section; // the heading above it
    std::string note;
    std::int32_t line = 0; // of the file, from 1

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("title", self.title);
        visit("owner", self.owner);
        visit("due", self.due);
        visit("done", self.done);
        visit("dropped", self.dropped);
        visit("section", self.section);
        visit("note", self.note);
        visit("line", self.line);
    }
    bool operator==(const PlanLine&) const = default;
};

struct ActionPlan {
    std::string title;
    std::vector<PlanLine> lines;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("title", self.title);
        visit("lines", self.lines);
    }
    bool operator==(const ActionPlan&) const = default;
};

// A sheet of a workbook, or what was pasted. Rows may differ in length.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    bool hidden = false;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("name", self.name);
        visit("rows", self.rows);
        visit("hidden", self.hidden);
    }
    bool operator==(const Sheet&) const = default;
};

// Something of the file that was not taken.
struct LeftOut {
    std::string where; // "message 3", "line 14"; empty: the file
    std::string what;
    std::string remedy;

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("where", self.where);
        visit("what", self.what);
        visit("remedy", self.remedy);
    }
    bool operator==(const LeftOut&) const = default;
};

struct FileRecords {
    FileKind kind = FileKind::unknown;
    std::string name; // of the file
    std::vector<Mail> mails;
    std::vector<Meeting> meetings;
    std::vector<Contact> contacts;
    std::vector<Transcript> transcripts;
    std::vector<ActionPlan> plans;
    std::vector<Sheet> sheets;
    std::vector<LeftOut> left_out; // at most most_left_out
    std::int32_t left_out_count = 0;

    static constexpr std::int32_t most_left_out = 200;

    void leave_out(std::string where, std::string what, std::string remedy = {}) {
        if (++left_out_count <= most_left_out) left_out.push_back({std::move(where), std::move(what), std::move(remedy)});
    }

    template <typename Self, typename Visit>
    static void members(Self& self, Visit&& visit) {
        visit("kind", self.kind);
        visit("name", self.name);
        visit("mails", self.mails);
        visit("meetings", self.meetings);
        visit("contacts", self.contacts);
        visit("transcripts", self.transcripts);
        visit("plans", self.plans);
        visit("sheets", self.sheets);
        visit("left_out", self.left_out);
        visit("left_out_count", self.left_out_count);
    }
    bool operator==(const FileRecords&) const = default;
};

}
