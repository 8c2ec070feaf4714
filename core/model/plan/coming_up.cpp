#include "core/model/plan/coming_up.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

void add_commitments(const Deal& deal, std::vector<ComingUp>& list) {
    for (const auto& item : plan_of(deal)) {
        if (item.due && is_open(item.state)) list.push_back({item.id, item.due, find(deal, item.id)->title});
    }
}

void add_promises(const Deal& deal, std::vector<ComingUp>& list) {
    for (const auto& promise : deal.promises) {
        if (is_owed(deal, promise)) list.push_back({promise.id, promise.due, "We promised: " + promise.what});
    }
}

void add_steps(const Deal& deal, std::vector<ComingUp>& list) {
    for (const auto& interaction : deal.interactions) {
        if (const auto* next = planned_step(interaction)) list.push_back({interaction.id, next->on, next_step_words(deal, *next)});
    }
}

void add_target(const Deal& deal, std::vector<ComingUp>& list) {
    const auto* target = target_of(deal);
    if (target && target->date) {
        list.push_back({TargetDay{}, target->date, target->note.empty() ? "Target date" : "Target date: " + target->note});
    }
}

}

bool is_owed(const Deal& deal, const OurPromise& promise) {
    if (state_of(promise) != PromiseState::open) return false;
    const auto* to = find(deal, promise.to);
    return to == nullptr || !to->left;
}

const NextStep* planned_step(const Interaction& interaction) {
    return interaction.next && interaction.next->state == NextStepState::planned ? &*interaction.next : nullptr;
}

std::string next_step_words(const Deal& deal, const NextStep& next) {
    if (!trimmed(next.what).empty()) return next.what;
    const auto* commitment = find(deal, next.commitment);
    return commitment ? "Talk about " + commitment->title : std::string("Next step");
}

std::vector<ComingUp> coming_up(const Deal& deal) {
    std::vector<ComingUp> list;
    const bool open = is_open(deal.outcome);
    if (open) add_commitments(deal, list);
    add_promises(deal, list);
    if (open || std::holds_alternative<Won>(deal.outcome)) add_steps(deal, list);
    if (open) add_target(deal, list);
    sort_list(list, [](const ComingUp& a, const ComingUp& b) {
        return a.on.has_value() != b.on.has_value() ? a.on.has_value() : a.on && *a.on < *b.on;
    });
    return list;
}

std::vector<Date> days_coming_up(const Deal& deal) {
    std::vector<Date> days;
    for (const auto& coming : coming_up(deal)) {
        if (coming.on) days.push_back(*coming.on);
    }
    return days;
}

}
