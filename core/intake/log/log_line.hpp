#pragma once

#include "core/base/date.hpp"
#include "core/model/deal.hpp"
#include "core/model/words/log_words.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace middleground {

// A day that stands in the line, in bytes [begin, end), without the word before it ("by").
struct LogDate {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Date day;
    std::optional<Date> other; // the words may as well mean this day ("3/4"): it has to be asked

    bool operator==(const LogDate&) const = default;
};

// "email from": how they talked, and who began.
struct LogKind {
    InteractionKind kind = InteractionKind::meeting;
    Direction direction = Direction::mutual;

    bool operator==(const LogKind&) const = default;
};
// The day of the interaction. Without one it is today.
struct LogDay {
    LogDate on;

    bool operator==(const LogDay&) const = default;
};
// Somebody of the deal who took part.
struct LogPerson {
    StakeholderId person;

    bool operator==(const LogPerson&) const = default;
};
// "Anna" where the deal has two; at least two, in the deal's order.
struct LogPersonUnclear {
    std::vector<StakeholderId> people;

    bool operator==(const LogPersonUnclear&) const = default;
};
// A name that nobody of the deal has. It becomes a person only when the reader of the chip says so.
struct LogNewPerson {
    std::string name;                // as typed
    std::vector<StakeholderId> like; // whose names differ by a letter or two: "Marcus?"

    bool operator==(const LogNewPerson&) const = default;
};
// What they were asked for, or what they answered.
struct LogAsk {
    std::vector<CommitmentId> commitments;                   // at least one; several only for one answer to several ("asked a + b, agreed")
    CommitmentEventKind answer = CommitmentEventKind::asked; // asked (no answer yet), agreed, declined or kept
    std::vector<StakeholderId> who;                          // asked whom, or who answered; empty: whoever took part
    std::string why;                                         // of declined, may be empty
    std::optional<LogDate> due;                              // of agreed
    std::optional<LogDate> not_before = {};                  // of agreed and declined: nothing happens before that day
    Asker by = Asker::us;                                    // of asked; then `who` are those who asked

    bool operator==(const LogAsk&) const = default;
};
// What somebody fears, or wants to know. Its words stay in the summary too.
struct LogConcern {
    std::string text;  // of a question with its mark, where it has one
    StakeholderId who; // may be empty: the line does not say
    ConcernKind kind = ConcernKind::concern;

    bool operator==(const LogConcern&) const = default;
};
// What they keep even if they never buy.
struct LogGiven {
    std::string text;
    PromiseId keeps = {}; // our open promise that this was, in the same words and to the same person; may be empty

    bool operator==(const LogGiven&) const = default;
};
// What we promised.
struct LogPromise {
    std::string text;
    StakeholderId to; // may be empty
    std::optional<LogDate> due;

    bool operator==(const LogPromise&) const = default;
};
// What comes next; at least one member is set.
struct LogNext {
    std::string what;
    CommitmentId commitment; // may be empty
    std::optional<LogDate> on;

    bool operator==(const LogNext&) const = default;
};
using LogMeaning =
    std::variant<LogKind, LogDay, LogPerson, LogPersonUnclear, LogNewPerson, LogAsk, LogConcern, LogGiven, LogPromise, LogNext>;

// Bytes [begin, end) of the line and what they mean. Texts begin with a capital letter, without an article: "the security answers" is
// "Security answers".
struct LogPart {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    LogMeaning meaning;

    bool operator==(const LogPart&) const = default;
};

// Parts are in the order of the line and do not overlap; LogKind, LogDay and LogNext stand at most once. `summary` is the line without the
// parts that are kept as something of their own: without what it begins with ("call Marcus yesterday:") and without the clauses that are an
// ask, an answer, a promise, something given or a next step from their first word to their last. A clause with one word more stays, so
// nothing that was typed is lost.
struct LogLine {
    std::vector<LogPart> parts;
    std::string summary;

    bool operator==(const LogLine&) const = default;
};

// Several lines as one: a line end divides what is said as a full stop does.
std::string log_line_of_text(std::string_view text);

// Reads one line about something that happened. Total: any bytes, in time that grows with the length of the line. What follows no pattern
// stays summary; nothing is guessed. `plain`: texts of parts that shall be words of the summary and nothing else, as said by the person
// who typed. Invalid UTF-8 in the line stays invalid in its texts.
LogLine read_log_line(std::string_view line, const Deal& deal, const LogWords& words, Date today, std::span<const std::string> plain = {});

}
