#pragma once

#include "core/model/buyer_plan.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace middleground {

// For calendar programs (RFC 5545): steps as things to do. Reading a later file updates the entries of an earlier one.
std::string plan_calendar(const BuyerPlan& plan);
// The same for the seller: every commitment, open promises of ours, and dated next steps as days.
std::string deal_calendar(const Deal& deal, Date today);

// When the calendar program speaks up: at 8 on that morning, or at 16 on the day before.
enum class CalendarAlarm : std::uint8_t { none, that_morning, day_before };

// The seller's own calendar over all deals: each open step, open promise of ours and planned step that has a day, as a day of its own, which
// Google's, Apple's and Microsoft's calendars take (they drop things to do). What is done or given up, and was to come within the last two
// months or later, is in it as cancelled, so that it goes from a calendar that had it.
std::string my_calendar(std::span<const Deal* const> deals, Date today, CalendarAlarm alarm);

}
