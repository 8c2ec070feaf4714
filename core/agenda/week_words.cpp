#include "core/agenda/week_words.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/markdown.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/forecast/forecast.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace middleground {

namespace {

std::string signed_money(const Money& now, const Money& before) {
    // The difference of the two as they are shown.
    const Money change{rounded_money(now).minor - rounded_money(before).minor, now.currency};
    if (change.minor == 0) return "unchanged";
    return (change.minor < 0 ? "\u2212" : "+") + format_money({std::abs(change.minor), change.currency});
}

std::string dates_words(Date from, Date to, Date today) {
    const bool same_month = from.month() == to.month() && from.year() == to.year();
    return (same_month ? std::to_string(from.day()) : short_date(from, today)) + " to " + short_date(to, today);
}

void append(std::vector<const WeekEvent*>& list, std::span<const WeekEvent> events) {
    for (const auto& event : events) {
        list.push_back(&event);
    }
}

}

std::string week_title(const Week& week) {
    std::vector<std::string> said;
    const auto say = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0) said.push_back(number_word(count) + ' ' + std::string(count == 1 ? one : many));
    };
    say(week.count(WeekKind::won), "deal won", "deals won");
    say(week.count(WeekKind::lost), "deal lost", "deals lost");
    say(week.count(WeekKind::kept), "kept", "kept");
    say(week.count(WeekKind::broken), "broken", "broken");
    say(static_cast<int>(week.slips.size()), "close date slipped", "close dates slipped");
    if (said.size() < 2) say(week.count(WeekKind::asked), "ask", "asks");
    if (said.size() < 2) say(week.count(WeekKind::promise_kept), "promise of yours kept", "promises of yours kept");
    if (said.size() < 2) say(week.count(WeekKind::promise_late), "promise of yours is late", "promises of yours are late");
    if (said.empty()) return week.open_deals == 0 ? "No deal was open" : "Nothing was kept, asked or promised";
    std::string words;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, said.size()); ++i) {
        words += (i == 0 ? "" : ", ") + said[i];
    }
    return capitalised(words);
}

std::string week_dates(const Week& week, Date today) {
    return dates_words(week.from, week.to, today);
}

std::string due_dates(const Week& week, Date today) {
    return dates_words(week.due_from, week.due_to, today);
}

std::vector<WeekNumber> week_numbers(const Week& week) {
    std::vector<WeekNumber> numbers;
    const int kept = week.count(WeekKind::kept);
    const int broken = week.count(WeekKind::broken);
    numbers.push_back({std::to_string(kept), week.commitments_due > kept ? "of " + std::to_string(week.commitments_due) + " due" : std::string(),
                       broken == 0 ? "kept by buyers" : "kept by buyers, " + std::to_string(broken) + " broken"});
    const int asked = week.count(WeekKind::asked);
    std::string below = asked == 1 ? "ask" : "asks";
    if (const int agreed = week.count(WeekKind::agreed); agreed > 0) below += ", " + std::to_string(agreed) + " agreed";
    if (const int declined = week.count(WeekKind::declined); declined > 0) below += ", " + std::to_string(declined) + " declined";
    numbers.push_back({std::to_string(asked), {}, below});
    const int ours = week.count(WeekKind::promise_kept);
    const int late = week.count(WeekKind::promise_late);
    const int all = ours + late + week.count(WeekKind::promise_broken);
    numbers.push_back({all == ours ? std::to_string(ours) : std::to_string(ours) + " of " + std::to_string(all), {},
                       std::string(ours == 1 && all == 1 ? "promise" : "promises") + " of yours kept" + (late > 0 ? ", " + std::to_string(late) + " late" : "")});
    if (week.expected) {
        numbers.push_back({format_money(rounded_money(week.expected->now)),
                           week.expected->before ? signed_money(week.expected->now, *week.expected->before) : std::string(),
                           "expected from " + (week.expected->deals < week.open_deals ? std::to_string(week.expected->deals) + " of " : std::string()) +
                               counted(week.open_deals, "open deal", "open deals")});
    }
    return numbers;
}

std::vector<WeekGroup> week_groups(const Week& week) {
    std::vector<WeekGroup> groups;
    const auto add = [&](std::string_view heading, std::initializer_list<WeekKind> kinds) {
        WeekGroup group{heading, {}};
        for (const auto kind : kinds) {
            append(group.events, week.of(kind));
        }
        if (!group.events.empty()) groups.push_back(std::move(group));
    };
    add("Closed", {WeekKind::won, WeekKind::lost});
    add("Kept", {WeekKind::kept});
    add("Broken or declined", {WeekKind::broken, WeekKind::declined});
    add("Agreed", {WeekKind::agreed});
    add("Asked", {WeekKind::asked});
    add("Your promises", {WeekKind::promise_kept, WeekKind::promise_broken, WeekKind::promise_late});
    return groups;
}

std::string event_words(const WeekEvent& event) {
    if (event.kind == WeekKind::won || event.kind == WeekKind::lost) return deal_name(*event.deal);
    return event.what;
}

std::string event_deal_words(const WeekEvent& event) {
    switch (event.kind) {
    case WeekKind::won:
    case WeekKind::lost:
        return event.what;
    case WeekKind::promise_kept:
        return deal_name(*event.deal) + (event.who.empty() ? "" : ", to " + event.who);
    case WeekKind::promise_broken:
        return deal_name(*event.deal) + (event.who.empty() ? "" : ", to " + event.who) + ", broken";
    case WeekKind::promise_late:
        return deal_name(*event.deal) + (event.who.empty() ? "" : ", to " + event.who);
    default:
        return deal_name(*event.deal) + (event.who.empty() ? "" : ", " + event.who);
    }
}

std::string event_day(const WeekEvent& event, const Week& week, Date today) {
    if (event.kind != WeekKind::promise_late) return short_date(event.on, today);
    return event.on == week.to ? "due that day" : counted(week.to - event.on, "day late", "days late");
}

std::string change_words(int before, int now) {
    return now == before ? "0" : now < before ? "\u2212" + std::to_string(before - now) : '+' + std::to_string(now - before);
}

std::string chance_change_words(const WeekChance& chance, const Week& week, Date today) {
    const auto since = since_words(chance.change, week.to - 7, today);
    return change_words(chance.before, chance.now) + (since.empty() ? "" : ' ' + since);
}

std::string chance_words(const WeekChance& chance) {
    return chance.before_words + " to " + chance.now_words + " %";
}

std::string slip_words(const WeekSlip& slip) {
    const int days = slip.now - slip.before;
    return days % 7 == 0 || days > 20 ? counted((days + 3) / 7, "week", "weeks") : counted(days, "day", "days");
}

std::string due_words(const WeekDue& due) {
    const auto whose = due.date.kind == AgendaDateKind::theirs ? "theirs" : due.date.kind == AgendaDateKind::ours ? "yours" : "planned";
    return deal_name(*due.deal) + ", " + whose;
}

std::string week_markdown(const Week& week, Date today) {
    auto text = "# " + escaped_markdown(week_title(week)) + "\n\nThe seven days from " + week_dates(week, today) + ", " +
                counted(week.open_deals, "open deal", "open deals") + ".\n\n";
    for (const auto& number : week_numbers(week)) {
        text += "- **" + escaped_markdown(number.number) + "** " + escaped_markdown(number.below) + (number.beside.empty() ? "" : " (" + escaped_markdown(number.beside) + ')') + '\n';
    }
    for (const auto& group : week_groups(week)) {
        text += "\n## " + std::string(group.heading) + "\n\n";
        for (const auto* event : group.events) {
            text += "- " + escaped_markdown(event_words(*event)) + " (" + escaped_markdown(event_deal_words(*event)) + "), " + event_day(*event, week, today) + '\n';
        }
    }
    std::vector<const WeekChance*> moved;
    for (const auto& one : week.chances) {
        if (one.now != one.before) moved.push_back(&one);
    }
    if (!moved.empty()) {
        sort_list(moved, std::ranges::greater(), [](const WeekChance* one) { return std::abs(one->now - one->before); });
        text += "\n## Chance, then and now\n\n";
        for (const auto* one : moved) {
            text += "- " + escaped_markdown(deal_name(*one->deal)) + ": " + chance_words(*one) + " (" + chance_change_words(*one, week, today) + ")\n";
            for (const auto& why : one->why) {
                text += "  - " + escaped_markdown(why) + '\n';
            }
        }
    }
    if (!week.slips.empty()) {
        text += "\n## Close dates that slipped\n\n";
        for (const auto& slip : week.slips) {
            text += "- " + escaped_markdown(deal_name(*slip.deal)) + ": " + short_date(slip.before, today) + " to " + short_date(slip.now, today) + " (" + slip_words(slip) + ")\n";
        }
    }
    text += "\n## Due from " + due_dates(week, today) + "\n\n";
    if (week.due.empty()) text += "Nothing.\n";
    for (const auto& due : week.due) {
        text += "- " + std::string(weekday_name(due.date.on)) + ' ' + short_date(due.date.on, today) + ": " + escaped_markdown(due.date.what) + " (" +
                escaped_markdown(due_words(due)) + ")\n";
    }
    return text;
}

}
