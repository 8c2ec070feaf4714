#pragma once

#include "core/agenda/week.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What a week says, in plain words: the same on its page, in what is copied and on the command line.

// "Seven kept, one broken, two close dates slipped"
std::string week_title(const Week& week);
// "10 to 16 Jun"
std::string week_dates(const Week& week, Date today);
// "17 to 21 Jun": the days of what is due
std::string due_dates(const Week& week, Date today);

// What the numbers on top are.
struct WeekNumber {
    std::string number; // "7"
    std::string beside; // "of 8 due", "−€11,000"; may be empty
    std::string below;  // "kept by buyers, 1 broken"
};
std::vector<WeekNumber> week_numbers(const Week& week);

// The groups of what happened: kept; broken or declined; asked and agreed; your promises; closed.
struct WeekGroup {
    std::string_view heading;
    std::vector<const WeekEvent*> events;
};
std::vector<WeekGroup> week_groups(const Week& week);

// "Review", for a closed deal its name; and below it "Corvid Logistics, Rui Costa".
std::string event_words(const WeekEvent& event);
std::string event_deal_words(const WeekEvent& event);
// "15 Jun"; of a promise that is late "27 days late", counted to the end of the week.
std::string event_day(const WeekEvent& event, const Week& week, Date today);
// "+7", "−4", "0"
std::string change_words(int before, int now);
// "+7", "−4 since 4 May" where nothing was written down of the days between that one and the week
std::string chance_change_words(const WeekChance& chance, const Week& week, Date today);
// "31 to 7 %", "31 to under 1 %"
std::string chance_words(const WeekChance& chance);
// "3 weeks", "9 days"
std::string slip_words(const WeekSlip& slip);
// "Brightwater Foods, theirs"
std::string due_words(const WeekDue& due);

// For whom it is reported to, as CommonMark: what people wrote is escaped, so that it stays text.
std::string week_markdown(const Week& week, Date today);

}
