#pragma once

#include "core/analysis/subject.hpp"
#include "core/model/deal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

// What falls on the days of a deal: for a glance at the week.
enum class AgendaDateKind : std::uint8_t { meeting, theirs, ours }; // a planned step; what they are to keep; what we promised
struct AgendaDate {
    Date on;
    AgendaDateKind kind = AgendaDateKind::meeting;
    Subject about;
    std::string what;
    bool done = false; // it was kept, or has happened
};
// The five days that are shown at a glance: from Monday of this week, on a weekend from that of the next one.
Date first_day_of_strip(Date today);
inline constexpr int days_of_strip = 5;

// From `from` to `to`, both included, in the order of their days.
std::vector<AgendaDate> agenda_dates(const Deal& deal, Date from, Date to);

}
