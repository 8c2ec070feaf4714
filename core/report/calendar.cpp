#include "core/report/calendar.hpp"

#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/report/icalendar.hpp"
#include "core/report/plan_page.hpp"

namespace middleground {

namespace {

void add_line(std::string& text, std::string_view label, std::string_view words) {
    if (words.empty()) return;
    if (!text.empty()) text += '\n';
    text += std::string(label) + ": " + std::string(words);
}

// Of what belongs to a deal: ids are unique within it, and the deal's id is random.
std::string uid_of(const DealId& deal, std::string_view id, std::string_view kind) {
    return std::string(kind) + '-' + std::string(id) + '-' + deal.text + "@middleground";
}

std::string named(std::string_view title, std::string_view account) {
    const auto what = text_or(title, untitled_step);
    return account.empty() ? what : what + " (" + std::string(account) + ')';
}

TodoStatus status_of(CommitmentState state) {
    if (state == CommitmentState::kept) return TodoStatus::completed;
    if (is_set_aside(state)) return TodoStatus::cancelled;
    return state == CommitmentState::agreed ? TodoStatus::in_process : TodoStatus::needs_action;
}

CalendarTodo todo_of(const Deal& deal, const Commitment& commitment) {
    CalendarTodo todo;
    todo.uid = uid_of(deal.id, commitment.id.text, "step");
    todo.summary = named(commitment.title, deal.account);
    todo.status = status_of(state_of(commitment));
    if (todo.status == TodoStatus::completed) todo.completed = state_since(commitment);
    todo.due = due_of(commitment);
    todo.changes = static_cast<int>(commitment.events.size());
    add_line(todo.description, "Done when", commitment.done_when);
    if (!commitment.buyer_owner.empty()) add_line(todo.description, "Owner", name_of(deal, commitment.buyer_owner));
    return todo;
}

CalendarTodo todo_of(const Deal& deal, const OurPromise& promise) {
    CalendarTodo todo;
    todo.uid = uid_of(deal.id, promise.id.text, "promise");
    todo.summary = named(promise.what, deal.account);
    todo.due = promise.due;
    todo.changes = static_cast<int>(promise.events.size());
    todo.description = "We promised this" + (promise.to.empty() ? std::string() : " to " + name_of(deal, promise.to));
    return todo;
}

std::optional<CalendarDay> day_of(const Deal& deal, const Interaction& interaction) {
    const auto* next = planned_step(interaction);
    if (!next || !next->on) return {};
    CalendarDay day;
    day.uid = uid_of(deal.id, interaction.id.text, "next");
    day.on = *next->on;
    day.summary = named(next_step_words(deal, *next), deal.account);
    add_line(day.description, "With", joined_names(deal, interaction.people));
    add_line(day.description, "Agreed on", full_date(interaction.on));
    return day;
}

}

std::string plan_calendar(const BuyerPlan& plan) {
    Calendar calendar{title_of(plan), plan.made_on, {}, {}};
    for (const auto& step : plan.steps) {
        CalendarTodo todo;
        todo.uid = uid_of(plan.id, step.id.text, "step");
        todo.summary = named(step.title, plan.account);
        todo.due = step.due;
        todo.status = step.state == SharedState::done     ? TodoStatus::completed
                      : step.state == SharedState::agreed ? TodoStatus::in_process
                                                          : TodoStatus::needs_action;
        if (step.state == SharedState::done) todo.completed = step.since;
        add_line(todo.description, "Done when", step.done_when);
        add_line(todo.description, "Who", owner_words(plan, step));
        for (const auto& value : step.value) {
            add_line(todo.description, "What you get", value.what);
        }
        calendar.todos.push_back(std::move(todo));
    }
    return write_calendar(calendar);
}

namespace {

constexpr int cancelled_for_days = 60; // after its day

std::optional<int> hours_of(CalendarAlarm alarm) {
    switch (alarm) {
    case CalendarAlarm::that_morning:
        return 8;
    case CalendarAlarm::day_before:
        return -8;
    case CalendarAlarm::none:
        break;
    }
    return {};
}

// Another one than that of the thing to do: a program that has both keeps both.
CalendarDay day_of(CalendarTodo todo, bool done) {
    CalendarDay day;
    day.uid = "day-" + todo.uid;
    day.summary = std::move(todo.summary);
    day.description = std::move(todo.description);
    day.on = todo.due.value_or(Date());
    day.changes = todo.changes;
    day.cancelled = done;
    return day;
}

// What was planned in an interaction, also when it has happened or was dropped.
std::optional<CalendarDay> planned_day(const Deal& deal, const Interaction& interaction) {
    if (!interaction.next || !interaction.next->on) return {};
    auto still = interaction;
    still.next->state = NextStepState::planned;
    auto day = day_of(deal, still);
    if (!day) return {};
    day->cancelled = interaction.next->state != NextStepState::planned;
    day->changes = day->cancelled ? 1 : 0;
    return day;
}

std::vector<CalendarDay> days_of(const Deal& deal) {
    const bool open = is_open(deal.outcome);
    const bool won = std::holds_alternative<Won>(deal.outcome);
    std::vector<CalendarDay> days;
    for (const auto& item : plan_of(deal)) {
        const auto* commitment = find(deal, item.id);
        if (commitment && due_of(*commitment)) days.push_back(day_of(todo_of(deal, *commitment), !open || !is_open(*commitment)));
    }
    for (const auto& promise : deal.promises) {
        if (promise.due) days.push_back(day_of(todo_of(deal, promise), !is_owed(deal, promise)));
    }
    for (const auto& interaction : deal.interactions) {
        auto day = planned_day(deal, interaction);
        if (!day) continue;
        day->cancelled = day->cancelled || (!open && !won);
        days.push_back(std::move(*day));
    }
    return days;
}

}

std::string my_calendar(std::span<const Deal* const> deals, Date today, CalendarAlarm alarm) {
    Calendar calendar{"Middleground", today, {}, {}};
    for (const auto* deal : deals) {
        for (auto& day : days_of(*deal)) {
            if (day.cancelled && day.on < today - cancelled_for_days) continue;
            day.alarm_hours = hours_of(alarm);
            calendar.days.push_back(std::move(day));
        }
    }
    return write_calendar(calendar);
}

std::string deal_calendar(const Deal& deal, Date today) {
    Calendar calendar{deal.account.empty() ? deal.title : deal.account, today, {}, {}};
    for (const auto& item : plan_of(deal)) {
        if (const auto* commitment = find(deal, item.id)) calendar.todos.push_back(todo_of(deal, *commitment));
    }
    for (const auto& promise : deal.promises) {
        if (is_owed(deal, promise)) calendar.todos.push_back(todo_of(deal, promise));
    }
    for (const auto& interaction : deal.interactions) {
        if (auto day = day_of(deal, interaction)) calendar.days.push_back(std::move(*day));
    }
    return write_calendar(calendar);
}

}
