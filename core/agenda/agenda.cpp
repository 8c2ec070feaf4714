#include "core/agenda/agenda.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace middleground {

namespace {

// By what lines of a group are sorted: smaller ones come first.
using Place = std::tuple<int, double, double>;

Place place_of(const AgendaEntry& entry) {
    const auto& line = *entry.line;
    const auto day = line.day ? static_cast<double>(line.day->days()) : 1e9;
    switch (line.group) {
    case AgendaGroup::answer: {
        // Who can stop the deal is answered before others, as in the deal itself.
        const bool stops_it = std::ranges::any_of(line.ask.whom, [&](const StakeholderId& id) {
            const auto* person = find(*entry.deal, id);
            return person != nullptr && has_a_veto(*person);
        });
        return {stops_it ? 0 : 1, day, 0};
    }
    case AgendaGroup::promise:
    case AgendaGroup::meeting:
    case AgendaGroup::quiet:
        return {0, day, 0};
    case AgendaGroup::ask:
        break;
    }
    // What stands in the way and the rest go by what they gain; a deal whose forecast has not been played, by its score.
    const auto order = std::min(line.ask.order, AskClass::in_the_way);
    return {static_cast<int>(order), -line.ask.gain, -line.ask.score};
}

struct Placed {
    Place place;
    AgendaEntry entry;
};

bool comes_soon(const AgendaEntry& entry) {
    return entry.line->ask.order < AskClass::in_the_way;
}

std::optional<Date> put_off_until(const Deal& deal, std::string_view key, Date today) {
    std::optional<Date> until;
    for (const auto& one : deal.snoozes) {
        if (one.what == key && one.until > today && (!until || one.until > *until)) until = one.until;
    }
    return until;
}

}

int Agenda::for_today(AgendaGroup group) const {
    const auto& list = of(group);
    const auto all = static_cast<int>(list.size());
    if (group == AgendaGroup::quiet) return std::min(all, quiet_of_a_day);
    if (group != AgendaGroup::ask) return all;
    const auto soon = static_cast<int>(std::ranges::count_if(list, comes_soon));
    return std::min(all, std::max(soon, asks_of_a_day));
}

int Agenda::for_today() const {
    int count = 0;
    for (const auto group : all_agenda_groups) {
        count += for_today(group);
    }
    return count;
}

int Agenda::deals_for_today() const {
    std::vector<const Deal*> deals;
    for (const auto group : all_agenda_groups) {
        const auto& list = of(group);
        const int count = for_today(group); // once: it looks through the list
        for (int i = 0; i < count; ++i) {
            deals.push_back(list[static_cast<std::size_t>(i)].deal);
        }
    }
    sort_list(deals, std::less());
    const auto again = std::ranges::unique(deals);
    return static_cast<int>(deals.size() - again.size());
}

Agenda agenda_of(std::span<const AgendaOfDeal> deals, Date today) {
    Agenda agenda;
    std::array<std::vector<Placed>, all_agenda_groups.size()> groups;
    for (const auto& [deal, lines] : deals) {
        if (is_open(deal->outcome)) ++agenda.open_deals;
        std::array<std::optional<Place>, all_agenda_groups.size()> before;
        for (const auto& line : *lines) {
            AgendaEntry entry{deal, &line, put_off_until(*deal, line.key, today)};
            if (entry.put_off_until) {
                agenda.put_off.push_back(entry);
                continue;
            }
            // A deal's own order stays: what it has further down goes no further up than what is before it.
            const auto group = static_cast<std::size_t>(line.group);
            auto place = place_of(entry);
            if (before[group]) place = std::max(place, *before[group]);
            before[group] = place;
            groups[group].push_back({place, entry});
        }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        sort_list(groups[i], {}, &Placed::place);
        agenda.groups[i].reserve(groups[i].size());
        for (const auto& one : groups[i]) {
            agenda.groups[i].push_back(one.entry);
        }
    }
    sort_list(agenda.put_off, {}, &AgendaEntry::put_off_until);
    return agenda;
}

}
