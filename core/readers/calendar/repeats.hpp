#pragma once

#include "core/base/date.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace middleground::readers {

// What an RRULE says, as far as meetings use it. 
struct RepeatRule {
    enum class Every : std::uint8_t { day, week, month, year } every = Every::week;
    int interval = 1;               // 1..1000
    int count = 0;                  // 0: without an end
    std::optional<Date> until;      // included
    std::vector<std::pair<int, int>> weekdays; // which of the month (0: every, -1: the last), 0 = Monday
    std::vector<int> month_days;    // 1..31, -1: the last

    bool operator==(const RepeatRule&) const = default;
};
// Nothing: it has parts that are not understood, and what it means is not guessed.
std::optional<RepeatRule> repeat_rule(std::string_view value);

// The days from `from` to `last` on which it is, at most `most`; `start` is the first of all. Bounded work: looks at no more than `last` - start days, at
// most a hundred years.
std::vector<Date> repeat_days(const RepeatRule& rule, Date start, Date from, Date last, std::size_t most);

}
