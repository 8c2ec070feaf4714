// What has a day within a few days: a planned step, a deadline, a day of theirs.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_soon(const NextAskInput& input, const std::optional<Date>& day) {
    return day && *day >= input.today && *day <= input.today + soon_days;
}

AskCandidate to_prepare(std::vector<StakeholderId> whom, Date day, Date since) {
    AskCandidate candidate;
    candidate.action = NextAction::prepare;
    candidate.order = AskClass::soon;
    candidate.whom = std::move(whom);
    candidate.day = day;
    candidate.since = since;
    return candidate;
}

bool is_ask(const AskCandidate& one) {
    return one.action == NextAction::ask || one.action == NextAction::ask_again || one.action == NextAction::follow_up ||
           one.action == NextAction::get_kept;
}

void mark_what_is_due(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (auto& one : list) {
        if (!(is_ask(one) || one.action == NextAction::save) || !is_soon(input, one.due)) continue;
        one.day = one.due;
        if (one.order == AskClass::rest) one.order = AskClass::soon;
        one.rank = one.order == AskClass::soon ? 1 : one.rank; // a meeting of that day comes before it
    }
}

// A deadline of something that cannot be asked for yet.
void add_deadlines(const NextAskInput& input, std::vector<AskCandidate>& list) {
    if (has_gone_quiet(input.deal, input.playbook, input.today)) return;
    for (const auto& item : plan_of(input.deal)) {
        if (!is_open(item.state) || item.waits_for == 0 || !is_soon(input, item.due)) continue;
        const auto& commitment = *find(input.deal, item.id);
        const bool there = std::ranges::any_of(list, [&](const AskCandidate& one) { return one.commitment == &commitment; });
        if (there || held_until(input.deal, commitment, input.today)) continue;
        auto candidate = to_prepare(whom_to_ask(input, commitment), *item.due, item.since);
        candidate.commitment = &commitment;
        candidate.due = item.due;
        candidate.rank = 2;
        candidate.evidence.push_back({commitment.id, item.due});
        list.push_back(std::move(candidate));
    }
}

void add_planned_steps(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& interaction : input.deal.interactions) {
        const auto* step = planned_step(interaction);
        if (step == nullptr || !is_soon(input, step->on)) continue;
        // What was planned in a message that waits for an answer is part of the answer.
        const auto answer = std::ranges::find_if(list, [&](const AskCandidate& one) { return one.order == AskClass::answer && one.interaction == &interaction; });
        if (answer != list.end()) {
            answer->day = step->on;
            continue;
        }
        const auto* commitment = find(input.deal, step->commitment);
        // "Talk about Change" is the day on which to ask for it.
        const auto asked = std::ranges::find_if(list, [&](const AskCandidate& one) { return commitment != nullptr && one.commitment == commitment && is_ask(one); });
        if (asked != list.end() && trimmed(step->what).empty() && !asked->interaction) {
            asked->interaction = &interaction;
            asked->day = step->on;
            asked->order = std::min(asked->order, AskClass::soon);
            asked->rank = asked->order == AskClass::soon ? 0 : asked->rank;
            continue;
        }
        std::vector<StakeholderId> whom;
        if (commitment != nullptr) whom = those_who_may_give(input, *commitment, commitment->people);
        if (whom.empty()) whom = interaction.people;
        std::erase_if(whom, [&](const StakeholderId& id) { return !is_present(input.deal, id); });
        sort_people(input.deal, whom, {});
        auto candidate = to_prepare(std::move(whom), *step->on, interaction.on);
        candidate.interaction = &interaction;
        candidate.evidence.push_back({interaction.id, interaction.on});
        list.push_back(std::move(candidate));
    }
}

void add_their_day(const NextAskInput& input, std::vector<AskCandidate>& list) {
    const auto* target = target_of(input.deal);
    if (target == nullptr || target->reason != TargetReason::buyer_event || !is_soon(input, target->date)) return;
    auto candidate = to_prepare(main_contact(input.deal), *target->date, std::max(target->on, input.deal.opened));
    candidate.rank = 3;
    list.push_back(std::move(candidate));
}

}

void add_days(const NextAskInput& input, std::vector<AskCandidate>& list) {
    mark_what_is_due(input, list);
    add_deadlines(input, list);
    add_planned_steps(input, list);
    add_their_day(input, list);
}

}
