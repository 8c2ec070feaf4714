#include "core/analysis/deal_course.hpp"
#include "core/analysis/finding_rules.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/refusal.hpp"
#include "core/model/plan/their_acts.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int cadences_until_broken = 2;
constexpr int days_for_an_answer = 1;

std::vector<Finding> sponsor_left(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& person : input.deal.stakeholders) {
        if (!is_missed_sponsor(input.deal, person)) continue;
        const auto name = name_of(input.deal, person.id);
        const bool decided = decides_or_approves(person.role);
        findings.push_back(finding_of(rule, {person.id}, name + (decided ? ", who could stop it, has left." : ", your champion, has left."),
                                      "Since " + short_date(person.left->on, input.today) +
                                          (decided ? " nobody is known in that place." : " nobody carries it inside."),
                                      decided ? "Ask who decides in that place now, and hear them before anything else."
                                              : "Ask whoever covers what changes, and who stands behind it now."));
    }
    return findings;
}

std::vector<Finding> stopper_against(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& person : input.deal.stakeholders) {
        if (!has_a_veto(person)) continue;
        const auto refused = std::ranges::find_if(input.deal.commitments, [&](const Commitment& one) {
            return one.decides && is_open(one) && refuses(input.deal, one, person.id);
        });
        const bool said_no = refused != input.deal.commitments.end();
        if (!said_no && !is_against(person)) continue;
        const auto name = name_of(input.deal, person.id);
        const auto why = is_against(person) ? std::string(stance_of(person) == Stance::opposed ? "Opposed" : "Sceptical") + " since " +
                                                  short_date(person.stances.back().on, input.today)
                                            : std::string("Said no to the decision, and nothing about it has changed since");
        const auto reason = is_against(person) ? one_line(person.stances.back().why) : std::string();
        findings.push_back(finding_of(rule, said_no ? std::vector<Subject>{person.id, refused->id} : std::vector<Subject>{person.id},
                                      name + " can stop it and is " + (said_no || stance_of(person) == Stance::opposed ? "against it." : "not convinced."), why + (reason.empty() ? "." : ": " + reason + "."),
                                      "Find out what would have to be different for " + name + ", before you ask anybody else for more."));
    }
    return findings;
}

std::vector<Finding> gone_quiet(const FindingInput& input, const FindingRule& rule) {
    if (!has_gone_quiet(input.deal, input.playbook, input.today)) return {};
    const auto unanswered = unanswered_since_their_last_act(input.deal, input.today);
    const auto count = static_cast<int>(unanswered.size());
    std::vector<Subject> about;
    for (const auto* one : unanswered) {
        about.emplace_back(one->id);
    }
    return {finding_of(rule, std::move(about),
                       "Nothing has come from them for " + counted(input.today - last_act_of_theirs(input.deal, input.today), "day", "days") + ".",
                       (count == 1 ? std::string("One message of ours has") : std::to_string(count) + " messages of ours have") +
                           " gone unanswered since; they are no contact.",
                       "Ask one question, with something new to them: is it still wanted this year? If not, close it.")};
}

std::vector<Finding> reads_as_broken(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& commitment : input.deal.commitments) {
        const auto due = due_of(commitment);
        if (state_of(commitment) != CommitmentState::agreed || !due || held_until(input.deal, commitment, input.today)) continue;
        const int late = input.today - *due;
        if (late <= cadences_until_broken * cadence_of(input.playbook)) continue;
        findings.push_back(finding_of(rule, {commitment.id}, commitment.title + " was agreed, but reads as broken.",
                                      "It was due on " + short_date(*due, input.today) + ", " + counted(late, "day", "days") + " ago.",
                                      "Ask what got in the way, and whether it is still wanted."));
    }
    return findings;
}

std::vector<Finding> question_unanswered(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& concern : input.deal.concerns) {
        if (concern.kind != ConcernKind::question || state_of(concern) != ConcernState::open) continue;
        const auto since = concern.events.empty() ? concern.created : concern.events.back().on;
        if (input.today - since < days_for_an_answer) continue;
        const auto text = one_line(concern.text);
        findings.push_back(finding_of(rule, {concern.id, concern.stakeholder},
                                      name_of(input.deal, concern.stakeholder) + " asked a question and has no answer.",
                                      "Asked on " + short_date(since, input.today) + (text.empty() ? "." : ": " + quoted_end(concern.text)),
                                      "Answer it today, or say on which day the answer will come."));
    }
    return findings;
}

std::vector<Finding> deadline_near(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    const auto* target = target_of(input.deal);
    if (target && target->reason == TargetReason::buyer_event && is_soon(input, target->date)) {
        findings.push_back(finding_of(rule, {}, "Their own date is near.",
                                      "It is " + day_in_words(input, *target->date) + (one_line(target->note).empty() ? "." : ": " + quoted_end(target->note)),
                                      "Agree today what can be ready by then, and what cannot."));
    }
    return findings;
}

std::vector<Finding> owner_left(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& commitment : input.deal.commitments) {
        const auto* owner = find(input.deal, commitment.buyer_owner);
        if (!owner || !owner->left || !is_open(commitment)) continue;
        findings.push_back(finding_of(rule, {commitment.id, owner->id}, commitment.title + " has lost its owner.",
                                      name_of(input.deal, owner->id) + " left on " + short_date(owner->left->on, input.today) + ".",
                                      "Ask who takes it over."));
    }
    return findings;
}

std::vector<Finding> not_before_day(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& item : plan_of(input.deal)) {
        const auto& commitment = *find(input.deal, item.id);
        const auto day = is_open(commitment) ? held_until(input.deal, commitment, input.today) : std::nullopt;
        if (!day || (item.waits_for > 0 && !commitment.decides)) continue;
        findings.push_back(finding_of(rule, {commitment.id}, commitment.title + " cannot happen before " + short_date(*day, input.today) + ".",
                                      "They said so themselves; asking earlier changes nothing.",
                                      "Ask what would have to be in the plan for then, and agree the day on which you take it up again."));
    }
    return findings;
}

bool mentions(std::string_view text, const std::string& name) {
    return folded(text).find(name) != std::string::npos;
}

// A concern about it or something given because of it answers a competitor as well as a note does.
bool is_answered(const Deal& deal, const Alternative& one) {
    if (!trimmed(one.notes).empty()) return true;
    const auto name = folded(one.name);
    const auto about = [&](const Value& value) { return mentions(value.what, name) || mentions(value.outcome, name); };
    return std::ranges::any_of(deal.concerns, [&](const Concern& concern) { return mentions(concern.text, name); }) ||
           std::ranges::any_of(deal.interactions, [&](const Interaction& talk) { return std::ranges::any_of(talk.value_given, about); }) ||
           std::ranges::any_of(deal.commitments, [&](const Commitment& step) { return std::ranges::any_of(step.value_offered, about); });
}

std::vector<Finding> competitor_unanswered(const FindingInput& input, const FindingRule& rule) {
    std::vector<Finding> findings;
    for (const auto& one : input.deal.alternatives) {
        const auto name = one_line(one.name, 60);
        if (one.kind != AlternativeKind::competitor || name.empty() || is_answered(input.deal, one)) continue;
        findings.push_back(finding_of(rule, {}, name + " is named as a competitor, and no answer is recorded.",
                                      "Its notes are empty, and no concern and nothing you gave or offered speaks of it.",
                                      "Ask what they like about " + name + ", and note what speaks for you where that matters to them."));
    }
    return findings;
}

}

std::span<const FindingRule> course_rules() {
    static constexpr std::array<FindingRule, 9> rules{{
        {"sponsor_left", Severity::high, sponsor_left},
        {"question_unanswered", Severity::high, question_unanswered},
        {"stopper_against", Severity::high, stopper_against},
        {"deadline_near", Severity::high, deadline_near},
        {"gone_quiet", Severity::high, gone_quiet},
        {"owner_left", Severity::medium, owner_left},
        {"reads_as_broken", Severity::medium, reads_as_broken},
        {"not_before", Severity::medium, not_before_day},
        {"competitor_unanswered", Severity::medium, competitor_unanswered},
    }};
    return rules;
}

}
