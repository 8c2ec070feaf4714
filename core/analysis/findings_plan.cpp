#include "core/analysis/finding_rules.hpp"

#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/prerequisites.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

std::vector<Finding> no_deciding_commitment(const FindingInput& input, const FindingRule& rule) {
    const auto& commitments = input.deal.commitments;
    if (std::ranges::any_of(commitments, &Commitment::decides)) return {};
    return {finding_of(rule, {}, "No commitment in the plan is marked as the decision.",
                       commitments.empty() ? "The plan is empty." : "Without it, nobody can say what the steps lead to.",
                       "Mark the commitment that is the decision, or add one.")};
}

constexpr std::size_t most_told_apart = 3; // more that lack the same are one finding

// What is being worked on now and lacks something; the plan's later steps may stay vague. `what` is said of one, `of_all` of several.
template <typename Lacks>
std::vector<Finding> incomplete(const FindingInput& input, const FindingRule& rule, const Lacks& lacks, const std::string& what,
                                const std::string& of_all, const std::string& why, const std::string& remedy) {
    std::vector<Finding> findings;
    for (const auto& item : plan_of(input.deal)) {
        const bool current = item.state == PlanState::ready || item.state == PlanState::asked || item.state == PlanState::agreed;
        const auto& commitment = *find(input.deal, item.id);
        if (!current || !lacks(item, commitment)) continue;
        findings.push_back(finding_of(rule, {item.id}, commitment.title + " " + what, why, remedy));
    }
    if (findings.size() > most_told_apart) {
        std::vector<Subject> about;
        for (const auto& one : findings) {
            about.push_back(one.about.front());
        }
        const auto count = std::to_string(about.size());
        return {finding_of(rule, std::move(about), count + " commitments " + of_all, why, remedy)};
    }
    return findings;
}

std::vector<Finding> no_done_when(const FindingInput& input, const FindingRule& rule) {
    return incomplete(
        input, rule, [](const PlanItem&, const Commitment& commitment) { return trimmed(commitment.done_when).empty(); },
        "does not say when it is done.", "do not say when they are done.", "Each side may mean something different by it.", "Write one sentence that both sides can check.");
}

std::vector<Finding> agreed_without_date(const FindingInput& input, const FindingRule& rule) {
    return incomplete(
        input, rule, [](const PlanItem& item, const Commitment&) { return item.state == PlanState::agreed && !item.due; },
        "is agreed but has no date.", "are agreed but have no date.", "What has no date gets done after everything that has one.", "Ask which date they would choose.");
}

std::vector<Finding> no_buyer_owner(const FindingInput& input, const FindingRule& rule) {
    if (input.deal.stakeholders.empty()) return {};
    return incomplete(
        input, rule,
        [&](const PlanItem& item, const Commitment& commitment) {
            return item.state != PlanState::ready && !find(input.deal, commitment.buyer_owner);
        },
        "has no owner on their side.", "have no owner on their side.", "What everybody promises, nobody does.", "Ask which of them will take it on.");
}

std::vector<Finding> kept_out_of_order(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& item : plan_of(input.deal)) {
        if (item.state != PlanState::kept || item.waits_for == 0) continue;
        const auto& commitment = *find(input.deal, item.id);
        std::vector<Subject> about{item.id};
        std::vector<std::string> open;
        for (const auto* before : waited_for(input.deal, commitment)) {
            if (!is_open(*before)) continue;
            about.emplace_back(before->id);
            open.push_back(before->title);
        }
        if (open.empty()) continue;
        findings.push_back(
            finding_of(rule, std::move(about), commitment.title + " was kept out of order.",
                       joined(open) + (open.size() > 1 ? " usually come first and are" : " usually comes first and is") + " still open.",
                       open.size() > 1 ? "Check whether they are still needed. If so, say so and go back to them."
                                       : "Check whether it is still needed. If so, say so and go back to it."));
    }
    return findings;
}

std::vector<Finding> broken_by_buyer(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& commitment : input.deal.commitments) {
        if (state_of(commitment) != CommitmentState::broken) continue;
        const auto& why = commitment.events.back().why;
        findings.push_back(
            finding_of(rule, {commitment.id}, commitment.title + " was agreed but not kept.",
                       "Broken on " + short_date(state_since(commitment), input.today) + (why.empty() ? std::string(".") : ": " + why),
                       "Ask what got in the way, help to clear it, then agree a new date."));
    }
    return findings;
}

}

std::span<const FindingRule> plan_rules() {
    static constexpr std::array<FindingRule, 6> rules{{
        {"no_deciding_commitment", Severity::high, no_deciding_commitment},
        {"broken_by_buyer", Severity::medium, broken_by_buyer},
        {"agreed_without_date", Severity::medium, agreed_without_date},
        {"no_buyer_owner", Severity::medium, no_buyer_owner},
        {"no_done_when", Severity::medium, no_done_when},
        {"kept_out_of_order", Severity::low, kept_out_of_order},
    }};
    return rules;
}

}
