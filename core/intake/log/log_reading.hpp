#pragma once

#include "core/base/typed/typed_date.hpp"
#include "core/intake/log/log_line.hpp"
#include "core/intake/log/log_names.hpp"
#include "core/intake/log/log_phrases.hpp"
#include "core/intake/log/log_titles.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace middleground {

// A day without a year that is less than this away, in days, is meant rather than one that is farther than that.
inline constexpr std::int32_t near_days = 120;
inline constexpr std::int32_t far_days = 200;

// Tokens [first, last) of the line.
struct TokenRange {
    std::size_t first = 0;
    std::size_t last = 0;

    bool empty() const { return first >= last; }
};

// A day at a token.
struct DayMatch {
    std::size_t count = 0; // tokens
    LogDate past;          // read as a day that has been
    LogDate future;        // read as one to come
    LogDate deadline;      // the same of something that is due: "Q3" is its last day
    bool strong = false;   // clear by itself; else only behind "by" or "on"

    explicit operator bool() const { return count > 0; }
};

// A piece of the line between two marks.
struct LogClause {
    TokenRange range;
    LogMark before = LogMark::none;
    LogMark after = LogMark::none;
    bool summary = true; // its words stay there
    bool taken = false;  // by the clause before, though its words stay
};

// One reading of one line: what all of its readers look at, and what they have found. The parts of a line know nothing of each other but
// what stands here.
class LogReading {
public:
    LogReading(std::string_view line, const Deal& deal, const LogPhrases& phrases, Date today, std::span<const std::string> plain);

    // What stands at a token; `last` is where to stop looking.
    PhraseMatch match(LogList list, std::size_t at, std::size_t last) const;
    std::size_t skip(LogList list, std::size_t at, std::size_t last) const; // over all rows of the list
    TitleMatch title(std::size_t at, std::size_t last) const;
    NameMatch known(std::size_t at, std::size_t last, NamePlace place) const;
    NameMatch unknown(std::size_t at, std::size_t last);
    bool is_initial(std::size_t at) const { return names_.is_initial(tokens_.list[at]); }
    const DayMatch& day(std::size_t at) const { return days_[at]; }

    const std::vector<LogToken>& tokens() const { return tokens_.list; }
    LogMark mark_before(std::size_t at) const; // also of the place behind the last token
    const LogWords& words() const { return phrases_.words(); }
    Date today() const { return today_; }
    const Deal& deal() const { return deal_; }
    const LogPhrases& phrases() const { return phrases_; }
    std::string_view text(TokenRange range) const;                    // as typed
    std::string text_from(std::size_t first, std::size_t last) const; // with a capital, without an article

    // Keeps a part. False when the person who typed wants these words plain; they then stay in the summary.
    bool add(TokenRange range, LogMeaning meaning);
    std::size_t clause_at(std::size_t token) const;

    std::vector<LogPart> parts;
    std::vector<LogClause> clauses;
    std::optional<LogKind> kind;
    bool has_day = false;
    bool has_next = false;
    std::vector<StakeholderId> people; // who took part
    std::vector<LogAsk> open_asks;     // what this line has named so far: an answer without a commitment is to these
    std::size_t body = 0;              // the first token behind what the line begins with
    std::size_t summary_from = 0;      // the first token that the summary may hold
    std::vector<TokenRange> asides;    // but for these of what the line begins with: "in Ulm"

private:
    void find_days();

    std::string_view line_;
    const Deal& deal_;
    const LogPhrases& phrases_;
    Date today_;
    std::span<const std::string> plain_;
    LogTokens tokens_;
    LogNames names_;
    LogTitles titles_;
    std::vector<DayMatch> days_; // one for each token
    int new_names_ = 0;
};

// "call Marcus yesterday:": kind, people, day. Sets `body` and `summary_from`.
void read_head(LogReading& reading);
// What is behind it, cut into clauses. Sets `clauses`.
void cut_clauses(LogReading& reading);

// Each reads one clause; false when the clause is nothing of that kind. What it understood is kept and the clause's `summary` set.
bool read_day(LogReading& reading, std::size_t clause);
bool read_next(LogReading& reading, std::size_t clause);
bool read_ask(LogReading& reading, std::size_t clause);
bool read_promise(LogReading& reading, std::size_t clause);
bool read_given(LogReading& reading, std::size_t clause);
bool read_concern(LogReading& reading, std::size_t clause);
bool read_question(LogReading& reading, std::size_t clause); // of theirs

// "with Petra": somebody, known or not, behind a small word that says so.
bool names_somebody(LogReading& reading, std::size_t at, std::size_t last);
// Where "in Ulm" or "about prices" ends between how they talked and with whom or when, or behind the people only when; `at` when nothing of
// that kind stands there.
enum class AsideBefore : std::uint8_t { people_or_day, day };
std::size_t aside_end(LogReading& reading, std::size_t at, std::size_t last, AsideBefore what);

// Whether the range ends with a day that begins at a token, and that has been: what it is about happened then.
bool ends_with_day(const LogReading& reading, std::size_t at, TokenRange range);

// What stands behind an ask or an answer: by when, by whom and why, in the range and in the clauses behind `last_clause`, which then grows.
// False when something else follows.
bool read_ask_rest(const LogReading& reading, LogAsk& ask, TokenRange range, std::size_t& last_clause);

// Whether words from here on are a statement of their own, so that "and" before them begins a clause.
bool begins_statement(const LogReading& reading, std::size_t at, std::size_t last, bool ours_before);

// Names in a row: "Elena and Tom". Only people of the deal, each for sure; `next` is the token behind them.
struct PeopleMatch {
    std::vector<StakeholderId> people;
    std::size_t next = 0;
};
PeopleMatch people_at(const LogReading& reading, std::size_t at, std::size_t last, NamePlace place);

// Commitments in a row: "invest + review", each with its words; `next` is the token behind them.
struct TitlesMatch {
    struct One {
        CommitmentId commitment;
        TokenRange range;
    };
    std::vector<One> list;
    std::size_t next = 0;
};
TitlesMatch titles_at(const LogReading& reading, std::size_t at, std::size_t last);

// "promised her" and "promised Elena": whom, if it is clear; `next` is the token behind it, 0: nothing of that kind stands there.
struct PromisedMatch {
    StakeholderId to;
    std::size_t next = 0;
};
PromisedMatch promised_at(const LogReading& reading, std::size_t at, std::size_t last);

// What a day is that is found: one on which something is done, or one by which.
enum class DueKind : std::uint8_t { day, deadline };
// A day by which, at or behind "by"; only one that is still to come. `next` is the token behind it.
struct DueMatch {
    std::optional<LogDate> due;
    std::size_t next = 0;
};
DueMatch due_at(const LogReading& reading, std::size_t at, std::size_t last, DueKind kind);
// A day before which nothing happens, at "not before"; only one that is still to come.
DueMatch not_before_at(const LogReading& reading, std::size_t at, std::size_t last);
// The same as due_at anywhere in the range, the last one; `range` is then what is left when it stands at an end of it.
struct DueInside {
    std::optional<LogDate> due;
    TokenRange rest;
};
DueInside due_inside(const LogReading& reading, TokenRange range, DueKind kind);

std::string summary_of(std::string_view line, const LogReading& reading);

}
