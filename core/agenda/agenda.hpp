#pragma once

#include "core/analysis/consensus.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/analysis/subject.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// What there is to do today, over all deals: answers, promises, meetings, asks, and who was not heard for long. Of each deal it has what the
// deal's own next asks say, in their order (core/analysis/next_ask), so that no page disagrees about what comes next; besides, what is on
// its list of what is coming up and near enough.

enum class AgendaGroup : std::uint8_t { answer, promise, meeting, ask, quiet };
inline constexpr std::array all_agenda_groups{AgendaGroup::answer, AgendaGroup::promise, AgendaGroup::meeting, AgendaGroup::ask,
                                              AgendaGroup::quiet};

// One thing to do. Texts are plain, without a deal's name.
struct AgendaLine {
    AgendaGroup group = AgendaGroup::ask;
    std::string key;         // which line of its deal it is, the same from day to day: Snooze::what
    NextAsk ask;             // what the deal's page proposes; of what is only coming up, the same in its form
    bool is_next = false;    // it is the first of the deal's next asks
    Subject about;           // where in the deal it is
    std::string what;        // "Sample of the parts data"
    std::string who;         // the first of whom it is about; may be empty
    std::string why;         // "to Rafael Ortega", "It has been ready for 12 days."; may be empty
    std::optional<Date> day; // answer: since when they wait; promise, meeting: its day; ask: until when, if that is known; quiet: of the last word
};

// What the agenda reads of a deal; all references outlive the call.
struct AgendaSource {
    const Deal& deal;
    const Playbook* playbook; // may be null
    const NextAsks& asks;     // as its page has them
    const Consensus& consensus;
};
// The lines of one deal, in the order of its asks; at most one of them is an ask or says that it was quiet. Also what is put off.
std::vector<AgendaLine> agenda_of(const AgendaSource& source, Date today);

// The last day on which anything was said or done by either side, else the one on which the deal was opened.
Date last_word(const Deal& deal);

// A line in the list over all deals. Points to what it was made of.
struct AgendaEntry {
    const Deal* deal = nullptr;
    const AgendaLine* line = nullptr;
    std::optional<Date> put_off_until; // of those in Agenda::put_off
};

struct Agenda {
    std::array<std::vector<AgendaEntry>, all_agenda_groups.size()> groups;
    std::vector<AgendaEntry> put_off; // by the day on which it comes back
    int open_deals = 0;

    const std::vector<AgendaEntry>& of(AgendaGroup group) const { return groups[static_cast<std::size_t>(group)]; }
    // How many of a group are for today. All but the asks and the quiet deals, of which there may be one for each deal: of those what is
    // due soon or has changed, and as many as a day has room for.
    int for_today(AgendaGroup group) const;
    int for_today() const; // all groups
    int deals_for_today() const;
};
inline constexpr int asks_of_a_day = 3;
inline constexpr int quiet_of_a_day = 5;

struct AgendaOfDeal {
    const Deal* deal = nullptr;
    const std::vector<AgendaLine>* lines = nullptr;
};
// One list of all. Within a group the order of a deal's own lines is kept: answers by who waits, promises and meetings by their day, asks by
// class, then by what they gain; the deal that was quiet for longest first.
Agenda agenda_of(std::span<const AgendaOfDeal> deals, Date today);

}
