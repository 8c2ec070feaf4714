#include "core/analysis/finding_rules.hpp"
#include "core/analysis/phrases.hpp"

#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int unconfirmed_days = 14;
constexpr int old_days = 30;
constexpr int enough_values = 2;
constexpr int enough_to_value = 3;

std::vector<Finding> outcome_not_addressed(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    if (age_of(input) <= young_days) return findings;
    for (const auto& person : input.deal.stakeholders) {
        if (person.left || trimmed(person.needed_outcome).empty()) continue;
        const auto serves = [&](const Value& value) {
            return value.to == person.id || (!value.outcome.empty() && folded(value.outcome) == folded(person.needed_outcome));
        };
        const bool given = std::ranges::any_of(input.deal.interactions,
                                               [&](const Interaction& one) { return std::ranges::any_of(one.value_given, serves); });
        const bool offered = std::ranges::any_of(input.deal.commitments,
                                                 [&](const Commitment& one) { return std::ranges::any_of(one.value_offered, serves); });
        if (given || offered) continue;
        const auto name = name_of(input.deal, person.id);
        findings.push_back(finding_of(rule, {person.id}, "Nothing you offer meets what " + name + " needs.",
                                      "What is needed: " + quoted_end(person.needed_outcome),
                                      "Add one thing to the plan that helps " + name + " with exactly that."));
    }
    return findings;
}

std::vector<Finding> value_to_one_only(const FindingInput& input, const FindingRule& rule) {
    std::vector<StakeholderId> receivers;
    int given = 0;
    for (const auto& interaction : input.deal.interactions) {
        for (const auto& value : interaction.value_given) {
            ++given;
            if (std::ranges::find(receivers, value.to) == receivers.end()) receivers.push_back(value.to);
        }
    }
    if (given < enough_values || receivers.size() != 1 || receivers.front().empty()) return {};
    if (present_count(input.deal) < enough_to_value) return {};
    const auto name = name_of(input.deal, receivers.front());
    return {finding_of(rule, {receivers.front()}, "Only " + name + " has been given anything.",
                       (given == 2 ? std::string("Both") : "All " + std::to_string(given)) + " things went to one person out of " +
                           std::to_string(present_count(input.deal)) + ".",
                       "Give something that helps the group decide together.")};
}

std::vector<Finding> answer_not_confirmed(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& concern : input.deal.concerns) {
        const auto* person = find(input.deal, concern.stakeholder);
        if (person != nullptr && person->left) continue;
        if (state_of(concern) != ConcernState::answered || is_settled(concern) || input.today - concern.events.back().on <= unconfirmed_days) continue;
        const auto name = name_of(input.deal, concern.stakeholder);
        findings.push_back(finding_of(rule, {concern.id, concern.stakeholder},
                                      "You do not know whether your answer satisfied " + name + ".",
                                      "Answered on " + short_date(concern.events.back().on, input.today) + ": " + concern.text,
                                      "Ask " + name + ": does that settle it for you?"));
    }
    return findings;
}

std::vector<Finding> do_nothing_not_named(const FindingInput& input, const FindingRule& rule) {
    if (age_of(input) <= grown_days) return {};
    if (std::ranges::find(input.deal.alternatives, AlternativeKind::do_nothing, &Alternative::kind) != input.deal.alternatives.end())
        return {};
    return {finding_of(rule, {}, "The cost of doing nothing is not written down.",
                       "Most deals that are not won are lost to nobody: things simply stay as they are.",
                       "Work out with them what another year like this costs, and note it under alternatives.")};
}

std::vector<Finding> no_amount(const FindingInput& input, const FindingRule& rule) {
    if (input.deal.amount || age_of(input) <= old_days) return {};
    return {finding_of(rule, {}, "No amount has been named.",
                       counted(age_of(input), "day", "days") + " into the deal, its size is still open.",
                       "Give a range, and ask whether it fits what they have in mind.")};
}

}

std::span<const FindingRule> value_rules() {
    static constexpr std::array<FindingRule, 5> rules{{
        {"outcome_not_addressed", Severity::medium, outcome_not_addressed},
        {"value_to_one_only", Severity::medium, value_to_one_only},
        {"answer_not_confirmed", Severity::low, answer_not_confirmed},
        {"do_nothing_not_named", Severity::low, do_nothing_not_named},
        {"no_amount", Severity::low, no_amount},
    }};
    return rules;
}

}
