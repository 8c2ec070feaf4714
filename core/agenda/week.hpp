#pragma once

#include "core/agenda/agenda_dates.hpp"
#include "core/base/money.hpp"
#include "core/diary/diary.hpp"
#include "core/diary/recalibration.hpp"
#include "core/model/deal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// What became of all deals in seven days: what was kept, broken and asked, how chances and close dates moved by what was believed then and
// now (core/diary), and what is due from then to the end of the next week. Points to the deals.

// What happened, in the order in which it is shown.
enum class WeekKind : std::uint8_t {
    won,
    lost, // or closed without a decision
    kept,
    broken,
    declined,
    agreed,
    asked, // by us, for the first time or again
    promise_kept,
    promise_broken,
    promise_late // was due by the end of the week, and is open
};
inline constexpr std::size_t week_kinds = static_cast<std::size_t>(WeekKind::promise_late) + 1;

struct WeekEvent {
    const Deal* deal = nullptr;
    WeekKind kind = WeekKind::kept;
    Date on; // promise_late: when it was due
    Subject about;
    std::string what; // "Review", "Sample of the parts data"; of a closed deal why
    std::string who;  // whose it is, or to whom; may be empty
};

// The chance of an open deal at the beginning and at the end, of 100, as it is shown (recalibrated); only where both days have one by the same
// model.
struct WeekChance {
    const Deal* deal = nullptr;
    int before = 0;
    int now = 0;
    std::string before_words; // "under 1" where that is so
    std::string now_words;
    BeliefChange change;
    std::vector<std::string> why = {}; // sentences, by whoever has worked them out (core/outlook_reasons.hpp)
    bool is_move() const { return now - before >= 3 || before - now >= 3; }
};
// By when half of the won futures are closed, where that slipped by a week or more.
struct WeekSlip {
    const Deal* deal = nullptr;
    Date before;
    Date now;
};

// What open deals are expected to bring: amount times chance, in the currency that most of them have.
struct WeekExpected {
    Money now;
    std::optional<Money> before; // where there is something to compare with
    int deals = 0;
};

struct WeekDue {
    const Deal* deal = nullptr;
    AgendaDate date;
    std::string who;
};

struct Week {
    Date from; // the first of seven days
    Date to;   // the last one
    std::vector<WeekEvent> events; // by kind, the latest first
    std::vector<WeekChance> chances; // by the chance now, the highest first
    std::vector<WeekSlip> slips;     // the longest first
    std::optional<WeekExpected> expected;
    Date due_from; // the day after
    Date due_to;   // Sunday of the calendar week after: so the rest of the week that has begun is there, too
    std::vector<WeekDue> due; // of these days, by day
    int commitments_due = 0;  // of theirs in the week: kept, broken or open by its end
    int open_deals = 0;

    int count(WeekKind kind) const;
    std::span<const WeekEvent> of(WeekKind kind) const;
};

// The seven days that end with `to`. `record`: how chances are shown.
Week week_of(std::span<const Deal* const> deals, Date to, const Recalibration& record);

}
