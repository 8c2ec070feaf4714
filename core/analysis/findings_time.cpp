#include "core/analysis/deal_course.hpp"
#include "core/analysis/finding_rules.hpp"

#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/prerequisites.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

std::vector<Finding> stalled(const FindingInput& input, const FindingRule& rule) {
    // Then the silence is what there is to see, and nothing smaller is to be asked for.
    if (has_gone_quiet(input.deal, input.playbook, input.today) || decision_held_until(input.deal, input.today)) return {};
    const int cadence = cadence_of(input.playbook);
    const auto last = last_kept(input.deal);
    const auto since = last ? std::max(*last, input.deal.opened) : input.deal.opened;
    const int days = input.today - since;
    if (days <= cadences_until_quiet * cadence || kept_count(input.deal) == step_count(input.deal)) return {};
    return {finding_of(rule, {}, "The deal has stalled.",
                       "No commitment has been kept for " + counted(days, "day", "days") + (last ? "." : ", the whole life of the deal."),
                       "Ask for something smaller that they can do within a week.")};
}

std::vector<Finding> target_passed(const FindingInput& input, const FindingRule& rule) {
    const auto* target = target_of(input.deal);
    if (!target || !target->date || *target->date >= input.today) return {};
    return {finding_of(rule, {}, "The target date has passed.",
                       "It was " + short_date(*target->date, input.today) + ", " + counted(input.today - *target->date, "day", "days") +
                           " ago.",
                       "Ask what a later date costs them, and agree a new one.")};
}

std::vector<Finding> target_too_early(const FindingInput& input, const FindingRule& rule) {
    const auto* target = target_of(input.deal);
    if (!target || !target->date || *target->date < input.today || !input.playbook) return {};
    const auto& commitments = input.deal.commitments;
    const PrerequisiteGraph graph(input.deal);
    std::vector<int> days(commitments.size());
    int needed = 0;
    std::vector<Subject> about;
    for (const int at : graph.order()) {
        const auto place = static_cast<std::size_t>(at);
        int before = 0;
        for (const int prerequisite : graph.prerequisites(at)) {
            before = std::max(before, days[static_cast<std::size_t>(prerequisite)]);
        }
        const auto* step = find_step(*input.playbook, commitments[place].step);
        const bool kept = state_of(commitments[place]) == CommitmentState::kept;
        days[place] = kept ? 0 : before + (step ? step->days_min : 0);
        if (!commitments[place].decides) continue;
        needed = days[place];
        about = {commitments[place].id};
    }
    const int there = *target->date - input.today;
    if (needed <= there) return {};
    return {finding_of(rule, std::move(about), "It cannot be decided by " + short_date(*target->date, input.today) + ".",
                       "At the very fastest, what remains takes " + counted(needed, "day", "days") + "; " +
                           counted(there, "day is", "days are") + " left.",
                       "Tell them now, and agree what to leave out or which date is realistic.")};
}

std::vector<Finding> dates_cannot_hold(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& commitment : input.deal.commitments) {
        const auto due = due_of(commitment);
        if (!due || !is_open(commitment)) continue;
        for (const auto* before : waited_for(input.deal, commitment)) {
            const auto earlier = due_of(*before);
            if (!earlier || !is_open(*before) || *earlier <= *due) continue;
            findings.push_back(finding_of(rule, {commitment.id, before->id}, commitment.title + " is due before what it waits for.",
                                          before->title + " is due on " + short_date(*earlier, input.today) + ", " + commitment.title +
                                              " as early as " + short_date(*due, input.today) + ".",
                                          "Agree a new date for one of the two."));
        }
    }
    return findings;
}

std::vector<Finding> no_buyer_event(const FindingInput& input, const FindingRule& rule) {
    const auto* target = target_of(input.deal);
    if (age_of(input) <= grown_days || (target && target->date && target->reason == TargetReason::buyer_event)) return {};
    return {finding_of(rule, {}, "No date of their own drives this.",
                       target && target->date
                           ? short_date(*target->date, input.today) + " is our date; nothing happens to them when it passes."
                           : std::string("There is no date by which they need it."),
                       "Ask: what happens on your side if this is not done within six months?")};
}

// Its own rule: a date to come is no reason to lose the deal, and no more pressing than one that has passed.
std::vector<Finding> due_soon(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& item : plan_of(input.deal)) {
        if (!is_open(item.state) || !is_soon(input, item.due) || held_until(input.deal, *find(input.deal, item.id), input.today)) continue;
        const bool today = *item.due == input.today;
        findings.push_back(finding_of(rule, {item.id}, find(input.deal, item.id)->title + (today ? " is due today." : " is due soon."),
                                      "Its date is " + (today ? short_date(*item.due, input.today) : day_in_words(input, *item.due)) + ".",
                                      "Prepare your part of it now, and ask what is still missing."));
    }
    return findings;
}

std::vector<Finding> promise_broken(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& promise : input.deal.promises) {
        if (state_of(promise) != PromiseState::broken) continue;
        if (const auto* to = find(input.deal, promise.to); to != nullptr && to->left) continue;
        findings.push_back(
            finding_of(rule, {promise.id}, "We broke a promise.",
                       (promise.to.empty() ? std::string("To the group: ") : "To " + name_of(input.deal, promise.to) + ": ") + promise.what,
                       "Say so before they do, and say what you will do instead and by when."));
    }
    return findings;
}

}

std::span<const FindingRule> time_rules() {
    static constexpr std::array<FindingRule, 7> rules{{
        {"target_too_early", Severity::high, target_too_early},
        {"target_passed", Severity::high, target_passed},
        {"stalled", Severity::high, stalled},
        {"promise_broken", Severity::medium, promise_broken},
        {"due_soon", Severity::medium, due_soon},
        {"dates_cannot_hold", Severity::medium, dates_cannot_hold},
        {"no_buyer_event", Severity::medium, no_buyer_event},
    }};
    return rules;
}

}
