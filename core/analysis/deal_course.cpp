#include "core/analysis/deal_course.hpp"

#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/their_acts.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool has(const std::vector<StakeholderId>& list, const StakeholderId& id) {
    return std::ranges::find(list, id) != list.end();
}

bool is_message(const Interaction& one) {
    const bool both_there = one.kind == InteractionKind::meeting || one.kind == InteractionKind::demo || one.kind == InteractionKind::workshop;
    return one.direction == Direction::inbound && !both_there && !one.answered;
}

// Whether `later` is of a later day, or of the same day and further down the log.
bool comes_after(const Interaction& later, const Interaction& earlier) {
    return later.on != earlier.on ? later.on > earlier.on : &later > &earlier;
}

}

int cadence_of(const Playbook* playbook) {
    return playbook == nullptr ? usual_cadence_days : playbook->cadence_days;
}

bool is_present(const Deal& deal, const StakeholderId& id) {
    const auto* person = find(deal, id);
    return person != nullptr && !person->left;
}

bool has_a_veto(const Stakeholder& person) {
    return !person.left && decides_or_approves(person.role);
}

bool is_against(const Stakeholder& person) {
    const auto stance = stance_of(person);
    return stance == Stance::opposed || stance == Stance::sceptical;
}

bool was_sponsor(const Stakeholder& person) {
    return person.left &&
           (stance_of(person) == Stance::champion || decides_or_approves(person.role));
}

bool is_replaced(const Deal& deal, const Stakeholder& gone) {
    return std::ranges::any_of(deal.stakeholders, [&](const Stakeholder& one) {
        if (one.left) return false;
        const bool decided = decides_or_approves(gone.role);
        return decided ? one.role == gone.role && (one.function == gone.function || one.created >= gone.left->on)
                       : stance_of(one) == Stance::champion && (one.stances.back().on >= gone.left->on || one.created >= gone.left->on);
    });
}

bool is_missed_sponsor(const Deal& deal, const Stakeholder& person) {
    return was_sponsor(person) && !is_replaced(deal, person);
}

bool runs_the_procedure(const Stakeholder& person) {
    return !person.left && (person.role == Role::gatekeeper || person.function == Function::procurement);
}

std::optional<Date> day_named_by(const Stakeholder& person, Date today) {
    if (person.left || person.stances.empty()) return std::nullopt;
    const auto day = person.stances.back().not_before;
    return day && *day > today ? day : std::nullopt;
}

std::optional<Date> held_until(const Deal& deal, const Commitment& commitment, Date today) {
    auto day = not_before(commitment);
    for (const auto& person : deal.stakeholders) {
        const bool theirs =
            commitment.buyer_owner == person.id || has(commitment.people, person.id) || (commitment.decides && has_a_veto(person));
        const auto named = theirs ? day_named_by(person, today) : std::nullopt;
        if (named && (!day || *named > *day)) day = named;
    }
    return day && *day > today ? day : std::nullopt;
}

std::optional<Date> decision_held_until(const Deal& deal, Date today) {
    std::optional<Date> last;
    for (const auto& commitment : deal.commitments) {
        if (!commitment.decides || !is_open(commitment)) continue;
        const auto day = held_until(deal, commitment, today);
        if (day && (!last || *day > *last)) last = day;
    }
    return last;
}

bool waits_for_buyer(const Deal& deal, Date today) {
    if (deal.process != Process::buyer_led) return false;
    const auto* target = target_of(deal);
    if (target && target->date && target->reason == TargetReason::buyer_event && *target->date >= today) return true;
    for (const auto& commitment : deal.commitments) {
        const auto due = due_of(commitment);
        if (due && *due >= today && is_open(commitment)) return true;
    }
    return std::ranges::any_of(deal.interactions, [&](const Interaction& interaction) {
        const auto* next = planned_step(interaction);
        return next && next->on && *next->on >= today;
    });
}

std::vector<const Interaction*> unanswered_since_their_last_act(const Deal& deal, Date today) {
    const auto last = last_act_of_theirs(deal, today);
    std::vector<const Interaction*> list;
    for (const auto& one : deal.interactions) {
        if (!was_two_way(one) && one.on >= last && one.on <= today) list.push_back(&one);
    }
    return list;
}

bool has_gone_quiet(const Deal& deal, const Playbook* playbook, Date today) {
    if (!is_open(deal.outcome) || today - last_act_of_theirs(deal, today) <= cadences_until_quiet * cadence_of(playbook)) return false;
    return !waits_for_buyer(deal, today) && !decision_held_until(deal, today) && !unanswered_since_their_last_act(deal, today).empty();
}

std::vector<TheirMessage> messages_to_answer(const Deal& deal) {
    std::vector<TheirMessage> list;
    for (const auto& one : deal.interactions) {
        if (!is_message(one)) continue;
        TheirMessage message{&one, {}};
        for (const auto& id : one.people) {
            // A later one of theirs takes its place, one of ours has answered it.
            const bool is_last = std::ranges::none_of(deal.interactions, [&](const Interaction& other) {
                return comes_after(other, one) && has(other.people, id);
            });
            if (is_last && is_present(deal, id) && !has(message.from, id)) message.from.push_back(id);
        }
        if (!message.from.empty()) list.push_back(std::move(message));
    }
    return list;
}

}
