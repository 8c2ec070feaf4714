#include "app/viewmodel/commitment_words.hpp"

#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The day before which nothing happens, as long as it is to come.
std::optional<Date> day_to_come(const Commitment& commitment, Date today) {
    const auto day = not_before(commitment);
    return day && *day > today ? day : std::nullopt;
}

std::string with_day(std::string_view what, Date day, Date today) {
    return std::string(what) + ' ' + short_date(day, today);
}

std::string days_words(int days) {
    return counted(days, "day", "days");
}

}

std::string plan_words(const PlanItem& item, const Commitment& commitment, Date today) {
    const auto later = day_to_come(commitment, today);
    const auto or_later = [&](std::string_view state, std::string words) {
        return later ? with_day(std::string(state) + ", not before", *later, today) : std::move(words);
    };
    switch (item.state) {
    case PlanState::kept:
        return with_day("Kept", item.since, today);
    case PlanState::agreed:
        return item.due ? with_day("Agreed, due", *item.due, today) : or_later("Agreed", with_day("Agreed", item.since, today));
    case PlanState::asked:
        return asked_by_them(commitment) ? with_day("Asked by them on", item.since, today)
                                         : or_later("Asked", with_day("Asked", item.since, today));
    case PlanState::ready:
        return today == item.since ? "Ready since today" : "Ready for " + days_words(today - item.since);
    case PlanState::waiting:
        return "Waits for " + std::to_string(item.waits_for);
    case PlanState::declined:
        return or_later("Declined", with_day("Declined", item.since, today));
    case PlanState::broken:
        return or_later("Broken", with_day("Broken", item.since, today));
    case PlanState::dropped:
        return with_day("Dropped", item.since, today);
    case PlanState::not_needed:
        return "Not needed";
    }
    return {};
}

std::string plan_words_short(const PlanItem& item, const Commitment& commitment, Date today) {
    if (item.state == PlanState::agreed && item.due) return with_day("Due", *item.due, today);
    if (item.state == PlanState::ready) return today == item.since ? "Ready" : "Ready " + days_words(today - item.since);
    if (item.state == PlanState::asked && asked_by_them(commitment)) return with_day("By them", item.since, today);
    const bool may_come_later = item.state == PlanState::asked || item.state == PlanState::agreed || item.state == PlanState::declined ||
                                item.state == PlanState::broken;
    const auto later = may_come_later ? day_to_come(commitment, today) : std::nullopt;
    return later ? with_day("Not before", *later, today) : plan_words(item, commitment, today);
}

std::string reason_of(const Commitment& commitment) {
    using enum CommitmentEventKind;
    // What moves the due date says nothing about the state.
    const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                   [](const CommitmentEvent& event) { return event.kind != due; });
    if (last == commitment.events.rend()) return {};
    const bool may_say_why = last->kind == declined || last->kind == broken || last->kind == dropped || last->kind == not_needed;
    return may_say_why ? last->why : std::string();
}

std::string their_ask_words(const Deal& deal, const Commitment& commitment, Date today) {
    if (state_of(commitment) != CommitmentState::asked || !asked_by_them(commitment)) return {};
    const auto asked = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                    [](const CommitmentEvent& event) { return event.kind == CommitmentEventKind::asked; });
    return event_words(deal, *asked, today) + " on " + short_date(asked->on, today);
}

std::string event_words(const Deal& deal, const CommitmentEvent& event, Date today) {
    const auto who = joined_names(deal, event.who);
    const auto why = event.why.empty() ? std::string() : ": " + event.why;
    const auto from = event.not_before ? ", not before " + short_date(*event.not_before, today) : std::string();
    switch (event.kind) {
    case CommitmentEventKind::planned:
        return "Planned";
    case CommitmentEventKind::asked:
        if (event.by == Asker::them) return (who.empty() ? "They" : who) + " asked for it";
        return who.empty() ? "Asked" : "Asked " + who;
    case CommitmentEventKind::agreed:
        return (who.empty() ? "Agreed" : who + " agreed") + from;
    case CommitmentEventKind::declined:
        return (who.empty() ? "Declined" : who + " declined") + from + why;
    case CommitmentEventKind::kept:
        return "Kept";
    case CommitmentEventKind::broken:
        return "Broken" + why;
    case CommitmentEventKind::due:
        return event.due ? "Due date set to " + short_date(*event.due, today) : "Due date removed";
    case CommitmentEventKind::reopened:
        return "Reopened";
    case CommitmentEventKind::dropped:
        return "Dropped" + why;
    case CommitmentEventKind::not_needed:
        return "Not needed" + why;
    }
    return {};
}

}
