#include "core/agenda/agenda_words.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

constexpr int long_wait_days = 7; // until somebody who waits for an answer waits for long

bool has_late(const Agenda& agenda, AgendaGroup group, Date today) {
    return std::ranges::any_of(agenda.of(group), [&](const AgendaEntry& one) { return one.line->day && *one.line->day < today; });
}

int late_count(const Agenda& agenda, AgendaGroup group, Date today) {
    return static_cast<int>(
        std::ranges::count_if(agenda.of(group), [&](const AgendaEntry& one) { return one.line->day && *one.line->day < today; }));
}

bool is_past_meeting(const AgendaEntry& entry) {
    return entry.line->group == AgendaGroup::meeting && entry.line->why == "say what became of it";
}

// "today", "tomorrow", "Thu", "in 9 days"
std::string near_day(Date day, Date today) {
    const int days = day - today;
    return days >= 2 && days <= 6 ? std::string(weekday_name(day)) : relative_days(day, today);
}

std::string late_words(Date day, Date today) {
    return counted(today - day, "day late", "days late");
}

}

std::string_view agenda_heading(const Agenda& agenda, AgendaGroup group) {
    switch (group) {
    case AgendaGroup::answer:
        return "Answer them";
    case AgendaGroup::promise:
        return "Keep your promise";
    case AgendaGroup::meeting:
        return std::ranges::any_of(agenda.of(group), is_past_meeting) ? "Meetings" : "Meetings today and tomorrow";
    case AgendaGroup::ask:
        return "Ask next";
    case AgendaGroup::quiet:
        break;
    }
    return "Quiet too long";
}

std::string_view agenda_hint(const Agenda& agenda, AgendaGroup group) {
    switch (group) {
    case AgendaGroup::answer:
        return "what buyers asked and nobody answered";
    case AgendaGroup::promise:
        return "what you said you would do";
    case AgendaGroup::meeting:
        return std::ranges::any_of(agenda.of(group), is_past_meeting) ? "say what became of those that are past"
                                                                      : "the brief takes two minutes to read";
    case AgendaGroup::ask:
        return "what is due, then what gains most";
    case AgendaGroup::quiet:
        break;
    }
    return "no word either way for longer than usual";
}

std::string agenda_day(const AgendaLine& line, Date today) {
    return line.day ? short_date(*line.day, today) : std::string();
}

std::string agenda_day_words(const AgendaLine& line, Date today) {
    if (!line.day) return {};
    const bool past = *line.day < today;
    switch (line.group) {
    case AgendaGroup::answer:
        return relative_days(*line.day, today);
    case AgendaGroup::promise:
        return past ? late_words(*line.day, today) : "due " + near_day(*line.day, today);
    case AgendaGroup::meeting:
        return relative_days(*line.day, today);
    case AgendaGroup::ask:
        return past ? late_words(*line.day, today) : (line.ask.action == NextAction::prepare ? "" : "by ") + near_day(*line.day, today);
    case AgendaGroup::quiet:
        break;
    }
    return "last word";
}

AgendaHaste haste_of(const AgendaLine& line, Date today) {
    if (!line.day) return AgendaHaste::none;
    switch (line.group) {
    case AgendaGroup::answer:
        return *line.day < today - long_wait_days ? AgendaHaste::waiting : AgendaHaste::none;
    case AgendaGroup::quiet:
        return AgendaHaste::waiting;
    default:
        return *line.day < today ? AgendaHaste::late : AgendaHaste::none;
    }
}

std::string agenda_deal_words(const AgendaEntry& entry) {
    const auto name = deal_name(*entry.deal);
    return entry.line->why.empty() ? name : name + ", " + entry.line->why;
}

std::string agenda_title(const Agenda& agenda, Date today) {
    std::vector<std::string> said;
    const auto say = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0) said.push_back(number_word(count) + ' ' + std::string(count == 1 ? one : many));
    };
    say(static_cast<int>(agenda.of(AgendaGroup::answer).size()), "buyer waits for an answer", "buyers wait for an answer");
    say(late_count(agenda, AgendaGroup::promise, today), "promise is late", "promises are late");
    say(static_cast<int>(std::ranges::count_if(agenda.of(AgendaGroup::meeting),
                                               [&](const AgendaEntry& one) { return one.line->day == std::optional(today); })),
        "meeting is today", "meetings are today");
    if (said.empty() && has_late(agenda, AgendaGroup::ask, today)) say(late_count(agenda, AgendaGroup::ask, today), "ask is late", "asks are late");
    if (said.empty()) say(agenda.for_today(AgendaGroup::ask), "ask is next", "asks are next");
    if (said.empty()) say(agenda.for_today(AgendaGroup::promise), "promise is due soon", "promises are due soon");
    if (said.empty()) say(static_cast<int>(agenda.of(AgendaGroup::quiet).size()), "deal has been quiet for too long", "deals have been quiet for too long");
    if (said.empty()) say(agenda.for_today(), "thing to do", "things to do");
    if (said.empty()) return agenda.put_off.empty() ? "Nothing to do today" : "Everything for today is done or put off";
    return capitalised(said.size() == 1 ? said[0] : said[0] + ", " + said[1]);
}

std::string agenda_subtitle(const Agenda& agenda) {
    const int count = agenda.for_today();
    if (count == 0) return agenda.open_deals == 0 ? "No deal is open." : "Nothing waits in your " + counted(agenda.open_deals, "open deal", "open deals") + '.';
    const int deals = agenda.deals_for_today();
    const auto where = agenda.open_deals == 1      ? std::string("your open deal")
                       : deals == agenda.open_deals ? (deals == 2 ? std::string("both") : "all " + std::to_string(deals)) + " of your open deals"
                                                    : std::to_string(deals) + " of your " + std::to_string(agenda.open_deals) + " open deals";
    return std::to_string(count) + " for today in " + where + ". The most pressing is first.";
}

std::string agenda_date(Date today) {
    return std::string(weekday_name(today)) + ' ' + short_date(today, today);
}

std::string agenda_text(const Agenda& agenda, Date today) {
    std::string text = "Today, " + agenda_date(today) + "\n" + agenda_title(agenda, today) + '\n';
    for (const auto group : all_agenda_groups) {
        const int count = agenda.for_today(group);
        if (count == 0) continue;
        text += '\n' + std::string(agenda_heading(agenda, group)) + '\n';
        for (int i = 0; i < count; ++i) {
            const auto& entry = agenda.of(group)[static_cast<std::size_t>(i)];
            auto words = agenda_deal_words(entry);
            if (words.ends_with('.')) words.pop_back();
            text += "- " + entry.line->what + " (" + words + ')';
            if (entry.line->day) text += ": " + agenda_day(*entry.line, today) + ", " + agenda_day_words(*entry.line, today);
            text += '\n';
        }
    }
    return text;
}

}
